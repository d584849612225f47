/// Finds room for the labels of marks, so that none lies on another or on a mark: on a desk, and on a phone, where the same
/// drawing is narrower and fewer of them fit.
struct HTMLLabels {
  struct Place {
    /// Whether it stands before its mark, and below it.
    var isBefore: Bool
    var isBelow: Bool
    /// Whether it fits on a phone too.
    var isOfPhones: Bool
  }

  private struct Box {
    var left, right, top, bottom: Double
    var text = ""

    func meets(_ other: Box) -> Bool {
      left < other.right && other.left < right && top < other.bottom && other.top < bottom
    }
  }

  /// How wide a drawing is at least where the window is one of a desk, and on a phone, in pixels.
  private static let widths = (desk: 420.0, phone: 230.0)
  /// Of a digit.
  private static let letter = 7.5

  private let marks: [(share: Double, aside: Double, y: Double)]
  private let desk: [Box]
  private let phone: [Box]
  private var onDesk: [Box] = []
  private var onPhone: [Box] = []

  init(marks: [(share: Double, aside: Double, y: Double)]) {
    self.marks = marks
    func boxes(_ width: Double) -> [Box] {
      marks.map { mark in
        let x = mark.share / 100 * width + mark.aside
        return Box(left: x - 6, right: x + 6, top: mark.y - 6, bottom: mark.y + 6)
      }
    }
    desk = boxes(Self.widths.desk)
    phone = boxes(Self.widths.phone)
  }

  /// The label's place; nil where there is no room for it, or where a label close by says the same.
  mutating func place(_ text: String, _ number: Int, isBelow: Bool) -> Place? {
    let mark = desk[number]
    let around = Box(left: mark.left - 60, right: mark.right + 60, top: mark.top - 20, bottom: mark.bottom + 20)
    if onDesk.contains(where: { $0.text == text && $0.meets(around) }) { return nil }
    for isBelow in [isBelow, !isBelow] {
      for isBefore in [marks[number].share > 70, marks[number].share <= 70] {
        let box = box(text, number, isBefore, isBelow, Self.widths.desk)
        guard isFree(box, desk, onDesk, Self.widths.desk) else { continue }
        onDesk.append(box)
        let small = self.box(text, number, isBefore, isBelow, Self.widths.phone)
        let isOfPhones = isFree(small, phone, onPhone, Self.widths.phone)
        if isOfPhones { onPhone.append(small) }
        return Place(isBefore: isBefore, isBelow: isBelow, isOfPhones: isOfPhones)
      }
    }
    return nil
  }

  private func box(_ text: String, _ number: Int, _ isBefore: Bool, _ isBelow: Bool, _ width: Double) -> Box {
    let mark = marks[number]
    let x = mark.share / 100 * width + mark.aside
    let wide = Double(text.count) * Self.letter
    let top = mark.y + (isBelow ? 7 : -18)
    return Box(
      left: isBefore ? x - 10 - wide : x + 10, right: isBefore ? x - 10 : x + 10 + wide, top: top, bottom: top + 12,
      text: text)
  }

  private func isFree(_ box: Box, _ marks: [Box], _ labels: [Box], _ width: Double) -> Bool {
    box.left > -8 && box.right < width + 20 && box.top > 0 && box.bottom < 208
      && !marks.contains(where: box.meets) && !labels.contains(where: box.meets)
  }
}

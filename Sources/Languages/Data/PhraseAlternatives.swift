/// The texts that a phrase with `(x|y)` stands for, in UTF-8: for each bracket its choices in turn, the last one quickest.
///
/// A bracket that isn't closed stands for itself, as does a bar in no bracket.
struct PhraseAlternatives {
  private var bytes: [UInt8] = []
  private var ends: [Int] = []

  var count: Int { ends.count }

  subscript(number: Int) -> ArraySlice<UInt8> { bytes[(number == 0 ? 0 : ends[number - 1])..<ends[number]] }

  private static let open = UInt8(ascii: "(")
  private static let close = UInt8(ascii: ")")
  private static let bar = UInt8(ascii: "|")

  /// Whether a phrase stands for more than itself.
  static func has(_ phrase: UnsafeBufferPointer<UInt8>) -> Bool { phrase.contains(open) }

  init(_ phrase: UnsafeBufferPointer<UInt8>) { self.init(phrase[...]) }

  private init(_ phrase: Slice<UnsafeBufferPointer<UInt8>>) {
    guard let open = phrase.firstIndex(of: Self.open), let close = Self.end(of: phrase[open...]) else {
      add(phrase)
      return
    }
    let tails = Self(phrase[(close + 1)...])
    var start = open + 1
    var depth = 0
    for i in start...close {
      switch phrase[i] {
      case Self.open: depth += 1
      case Self.close where i < close: depth -= 1
      case Self.bar where depth == 0, Self.close:
        let choices = Self(phrase[start..<i])
        for choice in 0..<choices.count {
          for tail in 0..<tails.count {
            bytes += phrase[..<open]
            bytes += choices[choice]
            bytes += tails[tail]
            ends.append(bytes.count)
          }
        }
        start = i + 1
      default: break
      }
    }
  }

  private mutating func add(_ text: Slice<UnsafeBufferPointer<UInt8>>) {
    bytes += text
    ends.append(bytes.count)
  }

  /// Where the bracket closes that a text begins with.
  private static func end(of text: Slice<UnsafeBufferPointer<UInt8>>) -> Int? {
    var depth = 0
    for i in text.indices {
      if text[i] == open { depth += 1 }
      if text[i] == close {
        depth -= 1
        if depth == 0 { return i }
      }
    }
    return nil
  }
}

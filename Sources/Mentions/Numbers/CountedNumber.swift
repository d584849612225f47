import Languages

/// What languages with measure words say of a number: 3人, 十余万, 三成半.
extension Reading {
  /// "3人": a count that is no year and no day, whatever its figure.
  func counted(_ start: Int, _ end: Int) -> Node? {
    guard var node = captured(.number), !node.flags.contains(.weak), !isCutShort(end) else { return nil }
    let figureEnd = node.end
    Self.span(&node, start, end)
    node.figureEnd = figureEnd
    node.category = .quantity
    node.flags.subtract([.plain, .yearShaped, .article, .lone])
    node.flags.insert(.counted)
    return node
  }

  /// 十余万: more than a hundred thousand.
  func moreThanScale(_ start: Int, _ end: Int) -> Node? {
    guard var node = captured(.number), let scale = captured(.multiplier), node.flags.contains(.hasValue),
      node.flags.isDisjoint(with: [.weak, .bounded, .fraction]), !scale.flags.contains(.range)
    else { return nil }
    Self.span(&node, start, end)
    node.figureEnd = node.end
    Self.multiply(&node, by: scale.value)
    node.high = .infinity
    node.other = .nan
    node.flags.subtract([.plain, .yearShaped, .lone])
    node.flags.formUnion([.scaled, .bounded, .lowOpen])
    return node
  }

  /// "2点5": the point said as a word between figures.
  func decimal(_ start: Int, _ end: Int) -> Node? {
    guard captures.count == 2, let whole = captured(0), let rest = captured(1), whole.flags.contains(.digits),
      rest.flags.contains(.digits), rest.flags.contains(.plain), rest.value >= 0, rest.start == rest.end - 1,
      isGlued(Int(rest.start)), isGlued(Int(whole.end)), whole.value == whole.value.rounded(), whole.step == 1
    else { return nil }
    let scale = tenTo(digits(Int(rest.start)).count)
    var node = whole
    Self.span(&node, start, end)
    node.figureEnd = rest.end
    node.value = (abs(whole.value) * scale + rest.value) / scale * (whole.value < 0 ? -1 : 1)
    node.low = node.value
    node.high = node.value
    node.step = 1 / scale
    node.flags.subtract([.plain, .yearShaped])
    return node
  }

  /// 2の10乗: the second number says how often the first is multiplied.
  func power(_ start: Int, _ end: Int) -> Node? {
    guard captures.count == 2, let base = captured(0), let exponent = captured(1), base.flags.contains(.hasValue),
      exponent.value == exponent.value.rounded(), abs(exponent.value) <= 300, base.value != 0
    else { return nil }
    var value = 1.0
    for _ in 0..<Int(abs(exponent.value)) { value *= base.value }
    if exponent.value < 0 { value = 1 / value }
    guard value.isFinite else { return nil }
    return Node(.number, start, end, value: value, flags: .hasValue)
  }

  static func multiply(_ node: inout Node, by factor: Double) {
    // By the inverse, where that is whole: 23 / 1000 is the double nearest to 0.023, 23 × 0.001 is not.
    let inverse = (1 / factor).rounded()
    let isPart = factor < 1 && inverse > 1
    node.value = isPart ? node.value / inverse : node.value * factor
    node.low = isPart ? node.low / inverse : node.low * factor
    node.high = isPart ? node.high / inverse : node.high * factor
    node.step *= factor
  }

  /// 三成 is 30 %, 三成半 35 %, 七成六 and 七割六分 76 %.
  func tenths(_ node: inout Node, _ more: Double) {
    let second = captures.count > 1 ? captured(captures.count - 1) : nil
    Self.multiply(&node, by: 10)
    if let second, second.category == .number, second.start >= node.figureEnd, (0..<10).contains(second.value) {
      node.value += second.value
      node.step = 1
    } else if more > 0 {
      node.value += more
      node.step = 5
    }
    if node.flags.contains(.hasValue), !node.flags.contains(.bounded) {
      node.low = node.value
      node.high = node.value
    }
    node.flags.insert(.percent)
  }
}

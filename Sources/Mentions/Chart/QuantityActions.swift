import Languages

extension Reading {
  /// What a production makes of the captured nodes; nil where they do not fit.
  mutating func build(_ production: Production, start: Int, end: Int) -> Node? {
    switch production.action {
    case .moreThan, .atLeast, .lessThan, .atMost, .about, .nearly, .justOver, .exactly:
      return bounded(production.action, start, end)
    case .between: return between(start, end)
    case .bothBounds:
      guard captures.count == 2, let a = captured(0), let b = captured(1) else { return nil }
      return bothBounds(a, b, start, end)
    case .ratio, .ratioReversed: return ratio(production.action == .ratioReversed, start, end)
    case .quotient, .quotientReversed: return quotient(production.action == .quotientReversed, start, end)
    case .mixed: return mixed(start, end)
    case .oneOf:
      guard let rank = captured(.ordinal), rank.value > 1 else { return nil }
      return Node(.number, start, end, value: 1 / rank.value, flags: [.hasValue, .fraction])
    case .subunits: return subunits(start, end)
    case .negative:
      guard let node = captured(0), node.flags.isDisjoint(with: [.range, .bounded]) else { return nil }
      return node.with {
        Self.span(&$0, start, end)
        $0.value = -$0.value
        $0.low = $0.value
        $0.high = $0.value
      }
    case .percent, .points, .tenths, .measure, .money, .age: return measured(production, start, end)
    case .moreThanScale: return moreThanScale(start, end)
    case .count: return counted(start, end)
    case .decimal: return decimal(start, end)
    case .power: return power(start, end)
    case .several, .half, .oneAndHalf, .whole, .duration, .sum: return duration(production, start, end)
    case .minutes, .hours, .days, .weeks, .months, .years: return wordDuration(production, start, end)
    case .compound: return compound(start, end)
    case .rank:
      // "18 वें": the sign of a rank behind a space.
      guard let rank = captured(.ordinal) ?? captured(.number),
        rank.flags.contains(.hasValue) || rank.category == .ordinal, rank.flags.isDisjoint(with: [.weak, .lone])
      else { return nil }
      return Node(.ordinal, start, end, value: rank.value)
    case .nothing: return endsInsideWord(end) ? nil : Node(.nothing, start, end)
    default: return buildDate(production, start, end)
    }
  }

  func captured(_ i: Int) -> Node? { i < captures.count ? chart.nodes[captures[i]] : nil }

  /// The captured node of a category, the first of them.
  func captured(_ category: Category) -> Node? {
    for index in captures where chart.nodes[index].category == category { return chart.nodes[index] }
    return nil
  }

  static func span(_ node: inout Node, _ start: Int, _ end: Int) {
    node.start = Int32(start)
    node.end = Int32(end)
  }

  // MARK: Bounds

  private func bounded(_ action: Action, _ start: Int, _ end: Int) -> Node? {
    guard var node = captured(0), isQuantity(node) else { return nil }
    if language.habits.boundsTakeExact, node.flags.contains(.range), node.category == .number { takeExact(&node) }
    let isRange = node.flags.contains(.range)
    guard node.flags.contains(.hasValue) || isRange || node.category == .ordinal, !node.flags.contains(.weak),
      !hasSense(.comparison, at: end)
    else { return nil }
    node.flags.subtract([.counted, .lone])
    // 최소한 2017|년: the figure belongs to what follows.
    if language.habits.marksYears, node.category == .number, node.figureEnd == Int32(end), isGlued(end),
      hasSense(.period, at: end)
    {
      return nil
    }
    // "more than about 500" and "about 500 or more" keep the bound; two bounds of one kind are nonsense.
    // "50+1" is a rule, "3+1" a flat.
    if action == .atLeast, sign(end - 1) == UInt8(ascii: "+"), isGlued(end), isDigits(end) { return nil }
    let isBound = action != .about && action != .nearly && action != .justOver
    if node.flags.contains(.bounded), isBound { return nil }
    if node.flags.contains(.yearShaped), action == .about { node.flags.remove(.yearShaped) }
    Self.span(&node, start, end)
    switch action {
    case .moreThan:
      node.high = .infinity
      node.flags.formUnion([.lowOpen, .bounded])
    case .atLeast:
      node.high = .infinity
      node.flags.insert(.bounded)
    case .lessThan:
      node.low = -.infinity
      node.flags.formUnion([.highOpen, .bounded])
    case .atMost:
      node.low = -.infinity
      node.flags.insert(.bounded)
    case .about: node.flags.insert(.about)
    case .nearly: node.flags.insert(.under)
    case .justOver: node.flags.insert(.over)
    default: node.flags.insert(.bounded)
    }
    node.flags.subtract([.plain, .yearShaped])
    if node.category == .number || node.category == .ordinal { node.category = .quantity }
    return node
  }

  /// The exact sense of a word that is also a vague one: "около тысячи".
  private func takeExact(_ node: inout Node) {
    var exact: Double?
    chart.forEach(at: Int(node.start)) { word in
      if word.category == .multiplier, word.end == node.end, !word.flags.contains(.range) { exact = word.value }
    }
    guard let exact else { return }
    node = Node(.number, Int(node.start), Int(node.end), value: exact, flags: [.hasValue, .scaled])
    node.step = exact / 10
  }

  private func isQuantity(_ node: Node) -> Bool {
    switch node.category {
    case .number, .quantity, .duration: true
    case .ordinal: true
    default: false
    }
  }

  /// "between 40 and 50", "40–50 %", "more than 40 and less than 50".
  private func between(_ start: Int, _ end: Int) -> Node? {
    guard captures.count == 2, var low = captured(0), let high = captured(1) else { return nil }
    guard isQuantity(low), isQuantity(high), !low.flags.contains(.weak), !high.flags.contains(.weak) else { return nil }
    if low.flags.contains(.bounded) || high.flags.contains(.bounded) { return bothBounds(low, high, start, end) }
    guard low.flags.contains(.hasValue) || low.category == .ordinal,
      high.flags.contains(.hasValue) || high.category == .ordinal
    else { return nil }
    // "2017 ou 2020": two years.
    if isYearLike(low), isYearLike(high) { return nil }
    var first = low.value
    let kind: Node.Flags = [.percent, .points, .currency, .measure, .age]
    if low.name != high.name || low.flags.intersection(kind) != high.flags.intersection(kind) {
      // "40 to 50 km": the unit is said once; two different units are no range.
      let bare = low.flags.isDisjoint(with: kind) && low.category != .duration
      let bareHigh = high.flags.isDisjoint(with: kind) && high.category != .duration
      // A unit said on the low side alone is the low side's alone, but for money: "$5 to 6".
      guard bare || bareHigh && low.flags.contains(.currency) else { return nil }
      if bare {
        low.category = high.category
        low.name = high.name
        low.flags.formUnion(high.flags.intersection(kind))
      }
    }
    // "two to three million": the scale is said once.
    if !low.flags.contains(.scaled), high.flags.contains(.scaled), high.step > 1, first < high.value / 100 {
      var scale = high.value
      while scale >= 1000 { scale /= 1000 }
      let factor = high.value / scale
      if first * factor < high.value { first *= factor }
    }
    guard first < high.value else { return nil }
    Self.span(&low, start, end)
    low.figureEnd = high.figureEnd
    low.value = 0
    low.low = first
    low.high = high.value
    low.step = min(low.step, high.step)
    low.other = .nan
    low.flags.subtract([.hasValue, .plain, .yearShaped, .counted, .lone])
    low.flags.formUnion([.bounded, .range])
    if low.category == .number || low.category == .ordinal { low.category = .quantity }
    return low
  }

  private func isYearLike(_ node: Node) -> Bool {
    node.category == .number && node.flags.isSuperset(of: [.plain, .digits]) && (1800...2100).contains(node.value)
  }

  private func bothBounds(_ a: Node, _ b: Node, _ start: Int, _ end: Int) -> Node? {
    guard a.flags.contains(.bounded), b.flags.contains(.bounded), a.category == b.category || a.category == .quantity,
      !a.flags.contains(.range), !b.flags.contains(.range)
    else { return nil }
    let low = a.low.isFinite ? a : b
    let high = a.low.isFinite ? b : a
    guard low.low.isFinite, !low.high.isFinite, high.high.isFinite, !high.low.isFinite, low.low < high.high else {
      return nil
    }
    var node = low
    Self.span(&node, start, end)
    node.figureStart = min(a.figureStart, b.figureStart)
    node.figureEnd = max(a.figureEnd, b.figureEnd)
    node.high = high.high
    if node.name < 0 {
      node.name = high.name
      node.flags.formUnion(high.flags.intersection([.percent, .points, .currency, .measure]))
    }
    if high.flags.contains(.highOpen) { node.flags.insert(.highOpen) }
    node.flags.subtract([.hasValue, .counted])
    node.flags.insert(.range)
    return node
  }

  /// "one out of three", "1 in 20".
  private func ratio(_ reversed: Bool, _ start: Int, _ end: Int) -> Node? {
    let numbers = captures.map { chart.nodes[$0] }.filter { $0.category != .counter }
    guard numbers.count == 2, numbers.allSatisfy({ $0.category == .number }) else { return nil }
    let (a, b) = (numbers[0], numbers[1])
    let top = reversed ? b.value : a.value
    let bottom = reversed ? a.value : b.value
    guard bottom > 0, top == 1 || Self.isRoundWhole(bottom) || a.flags.union(b.flags).isDisjoint(with: .digits),
      top < bottom || (!a.flags.contains(.digits) && top >= 100 && bottom < 100)
    else { return nil }
    return Node(.number, start, end, value: top / bottom, flags: [.hasValue, .fraction])
  }

  /// "6 in 10", "37 out of every 1,000": so many of a round number are a share; "87 of 165" are a part and its whole.
  private static func isRoundWhole(_ whole: Double) -> Bool {
    if whole <= 12 || whole == 20 || whole == 25 || whole == 50 { return true }
    var rest = whole
    while rest >= 10, rest.truncatingRemainder(dividingBy: 10) == 0 { rest /= 10 }
    return rest == 1
  }

  /// "twenty over three", "23 का पाँचवाँ": whichever is larger.
  private func quotient(_ reversed: Bool, _ start: Int, _ end: Int) -> Node? {
    guard captures.count == 2, let a = captured(reversed ? 1 : 0), let b = captured(reversed ? 0 : 1),
      a.category == .number, b.category == .number || b.category == .ordinal, a.value != 0, abs(b.value) > 1,
      b.value == b.value.rounded()
    else { return nil }
    return Node(.number, start, end, value: a.value / b.value, flags: [.hasValue, .fraction])
  }

  /// "two and 1/4": a whole number and a fraction below one.
  private func mixed(_ start: Int, _ end: Int) -> Node? {
    guard captures.count == 2, let whole = captured(0), let part = captured(1), whole.category == .number,
      part.category == .number, whole.flags.contains(.plain) || whole.value < 0, part.flags.contains(.fraction),
      whole.value == whole.value.rounded(), part.value < 1, part.value > 0
    else { return nil }
    let value = whole.value < 0 ? whole.value - part.value : whole.value + part.value
    return Node(.number, start, end, value: value, flags: [.hasValue, .fraction])
  }

  /// "13 euros and 45 cents", "17 USD 25", where no noun follows that the small figure counts.
  private func subunits(_ start: Int, _ end: Int) -> Node? {
    guard var money = captured(.quantity), money.flags.contains(.currency),
      money.flags.isDisjoint(with: [.bounded, .scaled]),
      money.value == money.value.rounded(), money.flags.contains(.hasValue), let small = captured(.number),
      small.flags.contains(.plain), small.value > 0
    else { return nil }
    let parts = captured(.subunit)?.value ?? 100
    guard small.value < parts, captured(.subunit) != nil || small.value >= 10 && !counts(at: end) else { return nil }
    money.value = (money.value * parts + small.value) / parts
    money.low = money.value
    money.high = money.value
    money.step = 1 / parts
    Self.span(&money, start, end)
    money.figureEnd = small.figureEnd
    return money
  }

  /// "5 feet 2 inches": the smaller unit counts on in the larger.
  private func compound(_ start: Int, _ end: Int) -> Node? {
    guard captures.count == 2, var a = captured(0), let b = captured(1), a.category == .quantity,
      b.category == .quantity,
      a.flags.contains(.measure), b.flags.contains(.measure), a.flags.isDisjoint(with: [.bounded, .age]),
      b.flags.isDisjoint(with: [.bounded, .about, .age]), a.name != b.name, a.value == a.value.rounded(),
      let base = UnitConversion.base(of: names(a)), let small = UnitConversion.base(of: names(b)),
      base.dimension == small.dimension, small.factor < base.factor, base.offset == 0, small.offset == 0
    else { return nil }
    a.value += b.value * small.factor / base.factor
    a.low = a.value
    a.high = a.value
    Self.span(&a, start, end)
    a.figureEnd = b.figureEnd
    return a
  }

  // MARK: Units

  private func measured(_ production: Production, _ start: Int, _ end: Int) -> Node? {
    if production.value > 0, production.name >= 0 { return dual(production, start, end) }
    guard var node = captured(.number) ?? captured(.quantity) ?? captured(.duration) else { return nil }
    guard node.category != .quantity || node.flags.isDisjoint(with: [.percent, .points, .currency, .measure, .counted])
    else {
      return nil
    }
    if node.category == .duration, production.action != .age { return nil }
    if !mayBegin.isEmpty, !node.flags.contains(.digits), isCutShort(end) { return nil }
    Self.span(&node, start, end)
    switch production.action {
    case .percent:
      // 千分之三: 3 × 0.1 %.
      if production.value != 0 { Self.multiply(&node, by: production.value) }
      node.flags.insert(.percent)
    case .points: node.flags.insert(.points)
    case .tenths: tenths(&node, production.value)
    case .money:
      guard let currency = captured(.currency), !node.flags.contains(.article) || !counts(at: end),
        currency.start > node.start || !isWordOfAnother(currency, end),
        node.flags.contains(.scaled) || !isAlso(.unit, currency),
        mayBegin.isEmpty || currency.start > node.start || node.flags.contains(.digits)
      else { return nil }
      node.name = currency.name
      // "75 USD million", "30 MUSD"
      if let scale = captured(.multiplier)?.value ?? (currency.value > 1 ? currency.value : nil) {
        guard !node.flags.contains(.scaled) else { return nil }
        node.value = Self.times(node.value, scale, step: node.step)
        node.low = Self.times(node.low, scale, step: node.step)
        node.high = Self.times(node.high, scale, step: node.step)
        node.step *= scale
        node.flags.insert(.scaled)
      }
      node.flags.insert(.currency)
    case .age:
      if let period = captured(.period) { node.name = period.name }
      if node.name < 0 { node.name = production.name }
      guard node.name >= 0 else { return nil }
      node.flags.formUnion([.measure, .age])
    default:
      // "на 5-м этаже" is the fifth floor.
      if let suffix = sense(.ordinalSuffix, at: Int(node.figureEnd)), suffix.end == Int32(end),
        sign(Int(node.figureEnd)) != 0
      {
        return nil
      }
      if let unit = captured(.unit), node.flags.contains(.scaled), isAlso(.currency, unit) { return nil }
      let name = captured(.unit)?.name ?? production.name
      guard name >= 0 else { return nil }
      node.name = name
      // 两米半: and a half.
      if production.value > 0, node.flags.contains(.hasValue), node.value == node.value.rounded() {
        node.value += production.value
        node.low = node.value
        node.high = node.value
        node.step = production.value
      }
      node.flags.insert(.measure)
    }
    node.flags.subtract([.plain, .yearShaped, .article, .lone])
    node.category = .quantity
    return node
  }

  /// كيلومترين: "two kilometres" in one word.
  private func dual(_ production: Production, _ start: Int, _ end: Int) -> Node {
    var node = Node(.quantity, start, end, value: production.value, name: production.name, flags: .hasValue)
    node.flags.insert(production.action == .money ? .currency : .measure)
    return node
  }

  /// Pounds are money by the million, and a weight otherwise.
  private func isAlso(_ category: Category, _ node: Node) -> Bool {
    chart.contains(at: Int(node.start)) { $0.category == category && $0.end == node.end }
  }

  /// "Dolar 8,45 liraya": the currency's name before a figure that has a unit of its own behind it.
  private func isWordOfAnother(_ currency: Node, _ end: Int) -> Bool {
    let name = tokens[Int(currency.start)]
    return name.kind == .word && name.end - name.start > 3 && end < count
      && (hasSense(.currency, at: end) || hasSense(.unit, at: end))
  }

  // MARK: Durations

  private func duration(_ production: Production, _ start: Int, _ end: Int) -> Node? {
    if production.action == .sum {
      guard captures.count == 2, var a = captured(0), let b = captured(1), a.category == .duration,
        b.category == .duration, !a.flags.contains(.bounded), !b.flags.contains(.bounded),
        let large = Duration.seconds(names(a)), let small = Duration.seconds(names(b)),
        small < large || small == large && b.value < 1
      else { return nil }
      a.value += b.value * small / large
      a.low = a.value
      a.high = a.value
      a.flags.insert(.fraction)
      Self.span(&a, start, end)
      return a
    }
    guard let name = captured(.period)?.name ?? (production.name >= 0 ? production.name : nil) else { return nil }
    var node: Node
    switch production.action {
    case .several:
      node = Node(.duration, start, end, value: production.value, flags: [.hasValue, .about])
    case .half:
      node = Node(.duration, start, end, value: production.value == 0 ? 0.5 : production.value, flags: .hasValue)
    case .whole:
      // "whole 2 day": a dual says both.
      node = Node(.duration, start, end, value: production.value == 0 ? 1 : production.value, flags: .hasValue)
    case .oneAndHalf:
      guard let number = captured(.number) else { return nil }
      node = number
      node.value += 0.5
      node.low = node.value
      node.high = node.value
    default:
      guard let number = captured(.number) ?? captured(.quantity), number.value >= 0 || number.flags.contains(.range),
        number.flags.isDisjoint(with: [.percent, .points, .currency, .measure, .counted])
      else { return nil }
      if !mayBegin.isEmpty, !number.flags.contains(.digits), isCutShort(end) { return nil }
      // 최소한 2017년: four digits before 年 are a year.
      if language.habits.marksYears, number.flags.isSuperset(of: [.digits, .plain]),
        (1000...2199).contains(number.value), name >= 0, language.names[Int(name)] == "year"
      {
        return nil
      }
      node = number
    }
    Self.span(&node, start, end)
    node.category = .duration
    node.name = name
    node.flags.subtract([.plain, .yearShaped, .article, .lone, .counted])
    return node
  }

  /// 사흘, أسبوعين: the number and the period in one word.
  private func wordDuration(_ production: Production, _ start: Int, _ end: Int) -> Node? {
    guard production.name >= 0, production.value > 0 else { return nil }
    return Node(.duration, start, end, value: production.value, name: production.name, flags: .hasValue)
  }

  func names(_ node: Node) -> String { node.name >= 0 ? language.names[Int(node.name)] : "" }
}

/// Lengths of calendar units.
enum Duration {
  /// Seconds of one unit; months and years of 30 and 365 days, as durations are said.
  static func seconds(_ unit: String) -> Double? {
    switch unit {
    case "nanosecond": 1e-9
    case "microsecond": 1e-6
    case "millisecond": 1e-3
    case "second": 1
    case "minute": 60
    case "hour": 3600
    case "day", "night", "workday": 86_400
    case "week": 604_800
    case "weekend": 172_800
    case "fortnight": 1_209_600
    case "month": 2_592_000
    case "quarter": 7_776_000
    case "year": 31_536_000
    case "decade": 315_360_000
    case "century": 3_153_600_000
    default: nil
    }
  }
}

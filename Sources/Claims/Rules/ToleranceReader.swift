/// Reads `tolerance: 5`, `2%`, `3 days`.
enum ToleranceReader {
  private static let forms = "write a number (5), a percentage (2%) or, for dates, days (3 days)"

  static func read(_ text: String, kind: Rule.Kind?) -> Result<Rule.Tolerance, ValueMistake> {
    let text = text.trimmed
    let digits = text.prefix { "0123456789.,+-eE_'".contains($0) }
    let rest = String(text[digits.endIndex...]).trimmed
    guard let number = Double(digits), number.isFinite, !digits.contains("_") else {
      return .failure(notANumber(text, String(digits), rest))
    }
    guard number >= 0 else {
      return .failure(
        .init(message: "a tolerance cannot be negative", help: "write \(Quoting.code(String(text.dropFirst())))"))
    }
    switch rest.lowercased() {
    case "":
      guard kind == .date else { return .success(.absolute(number)) }
      guard number == 0 else {
        return .failure(
          .init(
            message: "a tolerance between dates is counted in days, and \(Quoting.code(text)) does not say so",
            help: "write \(Quoting.code(days(number)))"))
      }
      return .success(.days(0))
    case "%":
      guard kind != .date else {
        return .failure(.init(message: "dates lie no percentage apart", help: "write days, as in `3 days`"))
      }
      guard number < 100 else {
        return .failure(
          .init(
            message: "a tolerance of \(Quoting.code(text)) lets any two figures agree", help: "write less than 100%"))
      }
      return .success(.relative(number / 100))
    case "day", "days":
      guard kind == .date || kind == nil else {
        return .failure(
          .init(
            message: "\(Quoting.code(text)) is a tolerance between dates, and this rule compares numbers",
            help: "write a number in the unit of the rule (5), or a percentage (2%)"))
      }
      guard let count = Int(exactly: number), count < 1_000_000 else {
        return .failure(
          .init(message: "a tolerance between dates is a whole number of days", help: "write, for example, `3 days`"))
      }
      return .success(.days(count))
    default: return .failure(unit(text, String(digits), number, rest.lowercased(), kind: kind))
    }
  }

  private static func days(_ number: Double) -> String {
    guard let count = Int(exactly: number.rounded(.up)), count < 1_000_000 else { return "3 days" }
    return count == 1 ? "1 day" : "\(count) days"
  }

  private static func notANumber(_ text: String, _ digits: String, _ rest: String) -> ValueMistake {
    let message = "\(Quoting.code(text)) is no tolerance"
    if digits.contains(",") || digits.contains("'") || digits.contains("_"), digits.contains(where: \.isNumber) {
      let parts = digits.split(whereSeparator: { ",'_".contains($0) })
      let grouped = parts.count > 1 && parts.dropFirst().allSatisfy { $0.utf8.count == 3 }
      let mended = parts.joined(separator: grouped ? "" : ".") + (rest == "%" ? "%" : rest.isEmpty ? "" : " " + rest)
      return .init(
        message: message, help: "write digits alone, with a point before decimals: \(Quoting.code(mended))")
    }
    return .init(message: message, help: forms)
  }

  private static func unit(
    _ text: String, _ digits: String, _ number: Double, _ rest: String, kind: Rule.Kind?
  ) -> ValueMistake {
    let message = "\(Quoting.code(text)) is no tolerance"
    if kind != .quantity {
      let lengths = [
        "week": 7.0, "weeks": 7, "month": 30, "months": 30, "year": 365, "years": 365, "d": 1, "jours": 1, "tage": 1,
      ]
      if let length = lengths[rest] {
        return .init(message: message, help: "count in days: \(Quoting.code(days(number * length)))")
      }
      if ["hour", "hours", "minute", "minutes"].contains(rest) {
        return .init(message: message, help: "a day is the smallest step between dates: `1 day`")
      }
    }
    if ["percent", "pct", "per cent"].contains(rest) {
      return .init(message: message, help: "write \(Quoting.code(digits + "%"))")
    }
    if kind == .quantity {
      return .init(
        message: message,
        help:
          "a tolerance has no unit of its own, it counts in the unit of the rule: \(Quoting.code(digits)), or a percentage: 2%"
      )
    }
    return .init(message: message, help: forms)
  }
}

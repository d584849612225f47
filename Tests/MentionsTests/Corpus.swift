import Foundation
import ICU
import Mentions
import Testing
import Yams

/// The sentences in `Corpus/XX.yaml`, one file a language; `Corpus/README.md` says how they are written.
enum Corpus {
  struct File: Sendable, CustomTestStringConvertible {
    var language: String
    var url: URL
    var testDescription: String { language }
  }

  struct Item: Sendable, CustomTestStringConvertible {
    var language: String
    var text: String
    var finds: [String]
    /// The day from which "last Thursday" is read.
    var day: Day
    var isNegative: Bool
    var line: Int

    var place: String { "\(language).yaml:\(line)" }
    var testDescription: String { "\(place) \(text)" }
  }

  struct Malformed: Error, CustomStringConvertible {
    var description: String
  }

  /// `FACTCHECK_CORPUS` names another folder, for who tries a language out without building.
  static let folder =
    ProcessInfo.processInfo.environment["FACTCHECK_CORPUS"].map { URL(filePath: $0) }
    ?? URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Corpus")

  static let files: [File] = {
    let urls = (try? FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)) ?? []
    return urls.filter { $0.pathExtension == "yaml" }
      .map { File(language: $0.deletingPathExtension().lastPathComponent, url: $0) }
      .sorted { $0.language < $1.language }
  }()

  /// The sentences of all files that can be read; those that cannot fail a test of their own.
  static let items: [Item] = files.flatMap { (try? read($0).items) ?? [] }

  static func read(_ file: File) throws -> (items: [Item], positive: Int, negative: Int) {
    let text = try String(contentsOf: file.url, encoding: .utf8)
    guard let root = try Yams.compose(yaml: text)?.mapping else {
      throw Malformed(description: "\(file.url.path): no mapping of `positive` and `negative`")
    }
    var items: [Item] = []
    var counts = ["positive": 0, "negative": 0]
    for (key, list) in root {
      guard let name = key.string, counts[name] != nil, let nodes = list.sequence else {
        throw Malformed(description: "\(file.language).yaml:\(key.mark?.line ?? 1): `positive` or `negative`, a list")
      }
      counts[name] = nodes.count
      for node in nodes { items.append(try item(node, of: file, isNegative: name == "negative")) }
    }
    return (items, counts["positive"] ?? 0, counts["negative"] ?? 0)
  }

  private static func item(_ node: Node, of file: File, isNegative: Bool) throws -> Item {
    let line = node.mark?.line ?? 1
    let place = "\(file.language).yaml:\(line)"
    guard let mapping = node.mapping, let text = mapping["text"]?.string else {
      throw Malformed(description: "\(place): each item has a `text`")
    }
    for (key, _) in mapping where !["text", "finds", "day"].contains(key.string ?? "") {
      throw Malformed(description: "\(place): `\(key.string ?? "?")` is none of text, finds, day")
    }
    guard let day = Day(mapping["day"]?.scalar?.string ?? "2021-07-30") else {
      throw Malformed(description: "\(place): `day` is written 2021-07-30")
    }
    // "3 day" and "P 3 day" are the same: no quantity has a unit of time.
    let finds = (mapping["finds"]?.sequence ?? []).map { node in
      let form = node.scalar?.string ?? ""
      return form.hasPrefix("P ") ? String(form.dropFirst(2)) : form
    }
    return Item(language: file.language, text: text, finds: finds, day: day, isNegative: isNegative, line: line)
  }

  // MARK: Normal forms

  static func normalForm(_ value: Mention.Value) -> String {
    switch value {
    case .quantity(let quantity): normalForm(quantity)
    case .ordinal(let rank): "#" + number(rank)
    case .date(let span): normalForm(span)
    case .duration(let span): "\(bounds(span.value, span.low, span.high)) \(span.unit)"
    }
  }

  private static func normalForm(_ span: DateSpan) -> String {
    if let from = span.from, from == span.to { return from.description }
    return "\(span.from?.description ?? "")/\(span.to?.description ?? "")"
  }

  private static func normalForm(_ quantity: Quantity) -> String {
    var text: String
    switch (quantity.value, quantity.low, quantity.high) {
    case (let value?, let low?, nil): text = (quantity.lowIsOpen ? "> " : "≥ ") + number(low == value ? value : low)
    case (let value?, nil, let high?): text = (quantity.highIsOpen ? "< " : "≤ ") + number(high == value ? value : high)
    default: text = bounds(quantity.value, quantity.low, quantity.high)
    }
    if quantity.value != nil, quantity.low == quantity.high {
      switch quantity.approximation {
      case .about: text = "~ " + text
      case .under: text = "<~ " + text
      case .over: text = ">~ " + text
      case nil: break
      }
    }
    if let unit = quantity.unit { text += " " + unit }
    return text
  }

  private static func bounds(_ value: Double?, _ low: Double?, _ high: Double?) -> String {
    if let value, low == high { return number(value) }
    return "\(low.map(number) ?? "")..\(high.map(number) ?? "")"
  }

  /// Without exponent or trailing zeros; fractions to six places.
  private static func number(_ value: Double) -> String {
    if value == value.rounded(), abs(value) < 1e15 { return String(Int64(value)) }
    let places = String(format: "%.6f", value)
    var digits = places[...]
    while digits.hasSuffix("0") { digits = digits.dropLast() }
    return String(digits.hasSuffix(".") ? digits.dropLast() : digits)
  }
}

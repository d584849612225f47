import Claims
import ICU
import Mentions

/// The normal forms as JSON, the same in reports and in lines of mentions.
extension JSONWriter {
  mutating func value(_ day: Day?) {
    if let day { value(day.description) } else { null() }
  }

  /// `{"value", "low", "high", "unit"}`, in the unit stated.
  mutating func value(_ quantity: Quantity) {
    beginObject(inline: true)
    members(of: quantity, low: quantity.low, high: quantity.high)
    endObject()
  }

  /// A claimed quantity. Where the words or the rounding loosen the figure ("about 2,500", "2.6 million"), `low` and
  /// `high` are the ends of what was compared, as long as that is one finite interval and certain to be in the unit
  /// stated: measures may have been converted, and then keep the bounds that their words name. What else the words say
  /// follows, where they do: ends that are left out, the approximation, and the ends as the words have them.
  mutating func value(_ quantity: Quantity, possibilities: [Interval]) {
    beginObject(inline: true)
    if quantity.approximation != nil || quantity.isScaled, Self.isNeverConverted(quantity.unit),
      possibilities.count == 1, let interval = possibilities.first, interval.low.isFinite, interval.high.isFinite
    {
      members(of: quantity, low: interval.low, high: interval.high)
      wording(of: quantity)
      if interval.low != quantity.low || interval.high != quantity.high {
        key("stated")
        beginObject()
        key("low")
        value(quantity.low)
        key("high")
        value(quantity.high)
        endObject()
      }
    } else {
      members(of: quantity, low: quantity.low, high: quantity.high)
      wording(of: quantity)
    }
    endObject()
  }

  private mutating func wording(of quantity: Quantity) {
    if quantity.lowIsOpen {
      key("lowIsOpen")
      value(true)
    }
    if quantity.highIsOpen {
      key("highIsOpen")
      value(true)
    }
    if let approximation = quantity.approximation {
      key("approximation")
      value(approximation.rawValue)
    }
    if quantity.isScaled {
      key("isScaled")
      value(true)
    }
  }

  private mutating func members(of quantity: Quantity, low: Double?, high: Double?) {
    key("value")
    value(quantity.value)
    key("low")
    value(low)
    key("high")
    value(high)
    key("unit")
    value(quantity.unit)
  }

  /// Counts, shares and money compare as they are said; only measures have a unit to be converted to.
  private static func isNeverConverted(_ unit: String?) -> Bool {
    guard let unit else { return true }
    if unit == "percent" || unit == "percentage-point" || unit == "permille" { return true }
    return unit.utf8.count == 3 && unit.utf8.allSatisfy { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0) }
  }

  /// `{"from", "to"}`: ISO days, both included, null where open.
  mutating func value(_ span: DateSpan) {
    beginObject(inline: true)
    key("from")
    value(span.from)
    key("to")
    value(span.to)
    endObject()
  }
}

/// A mention as `factcheck extract --format jsonl` writes it, one a line.
public struct MentionLine: Sendable {
  /// The article's id.
  public var article: String
  /// The words, bounds and approximators included.
  public var text: String
  /// Unicode code points from the beginning of the article's text; the end is exclusive.
  public var start: Int
  public var end: Int
  public var value: Mention.Value

  public init(article: String, text: String, start: Int, end: Int, value: Mention.Value) {
    self.article = article
    self.text = text
    self.start = start
    self.end = end
    self.value = value
  }

  /// Appends the mention and a line feed.
  public func write(to json: inout JSONWriter) {
    json.beginObject(inline: true)
    json.key("article")
    json.value(article)
    json.key("kind")
    switch value {
    case .quantity: json.value("quantity")
    case .ordinal: json.value("ordinal")
    case .date: json.value("date")
    case .duration: json.value("duration")
    }
    json.key("text")
    json.value(text)
    json.key("start")
    json.value(start)
    json.key("end")
    json.value(end)
    switch value {
    case .quantity(let quantity):
      json.key("quantity")
      json.value(quantity)
    case .ordinal(let rank):
      json.key("ordinal")
      json.beginObject()
      json.key("rank")
      json.value(rank)
      json.endObject()
    case .date(let span):
      json.key("date")
      json.value(span)
    case .duration(let span):
      json.key("duration")
      json.beginObject()
      json.key("value")
      json.value(span.value)
      json.key("unit")
      json.value(span.unit)
      json.key("seconds")
      json.value(span.seconds)
      json.endObject()
    }
    json.endObject()
    json.endLine()
  }
}

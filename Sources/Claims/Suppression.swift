import Articles
import ICU

/// What somebody decided to let pass, and why: a finding, or claims of an article.
///
/// A suppressed finding stays in the report and fails no run. Claims that are set aside stay in the report and are
/// compared with nothing, so that what the other articles say of the fact is still checked.
public struct Suppression: Sendable, Equatable {
  /// The id of a finding.
  public var finding: String?
  /// The article whose claims are set aside: a path or pattern, from `folder`.
  public var article: String?
  /// Only claims of this rule.
  public var rule: String?
  /// Only claims in whose sentence these words stand.
  public var text: String?
  public var reason: String
  /// The last day on which it holds.
  public var expires: Day?
  /// The folder of the file that says so.
  public var folder: String
  public var location: Diagnostic.Location?

  public init(
    finding: String? = nil, article: String? = nil, rule: String? = nil, text: String? = nil, reason: String,
    expires: Day? = nil, folder: String = ".", location: Diagnostic.Location? = nil
  ) {
    self.finding = finding
    self.article = article
    self.rule = rule
    self.text = text
    self.reason = reason
    self.expires = expires
    self.folder = folder
    self.location = location
  }

  /// What the file of suppressions beside an article is called: `a.md.factcheck.yaml` beside `a.md`.
  public static let fileSuffix = ArticleFinder.notesSuffix

  /// Whether it sets this claim, of an article that it names, aside.
  public func sets(_ claim: Claim) -> Bool {
    guard finding == nil, rule == nil || rule == claim.rule else { return false }
    guard let text else { return true }
    return Self.words(claim.sentence).contains(Self.words(text))
  }

  /// A text with its runs of white space as single spaces.
  private static func words(_ text: String) -> String {
    text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  /// What messages call it.
  public var name: String {
    if let finding { return "finding `\(finding)`" }
    var name = "claims"
    if let rule { name += " of `\(rule)`" }
    if let article { name += " in `\(article)`" }
    if let text { name += " with “\(text)”" }
    return name
  }
}

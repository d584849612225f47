import Articles
import ICU

/// What a rule watches: which claims are about one and the same fact, and how they are to be compared.
public struct Rule: Sendable {
  public enum Kind: String, Sendable, CaseIterable { case quantity, date, name, state, total }
  public enum Scope: String, Sendable, CaseIterable { case sentence, paragraph, article }
  /// May the fact change from day to day, and which way?
  public enum Change: String, Sendable, CaseIterable {
    case never = "false"
    case any = "true"
    case rising, falling
  }
  /// `meaning`: the sets that the words stand for; `stated`: the bare figures.
  public enum Reading: String, Sendable, CaseIterable { case meaning, stated }
  public enum Severity: String, Sendable, CaseIterable { case error, warning, note }
  /// Of "87 of the 165 seats": 87 or 165.
  public enum Take: String, Sendable, CaseIterable { case part, whole }

  /// How far apart two sets may lie and still meet.
  public enum Tolerance: Sendable, Equatable {
    case absolute(Double)
    /// 0.02 for `2%`: of the larger of the two.
    case relative(Double)
    case days(Int)
  }

  /// Which quantities a rule takes.
  public enum UnitFilter: Sendable, Equatable {
    /// Plain counts: no percentage, money, duration or measure.
    case count
    /// Any amount of money.
    case anyCurrency
    /// One CLDR unit and all that converts to it, `percent`, or an ISO 4217 code.
    case unit(String)
  }

  /// One of the things that may be the case, in a rule of kind `state`.
  public struct State: Sendable, Equatable {
    /// What reports call it: `unanimous`.
    public var symbol: String
    /// Any of these says that it is so.
    public var concepts: [String]
    /// What a negated match means; nil where it means nothing.
    public var negated: String?

    public init(symbol: String, concepts: [String], negated: String? = nil) {
      self.symbol = symbol
      self.concepts = concepts
      self.negated = negated
    }
  }

  /// As a total: its parts are shares, which may not pass it.
  public static let wholeShare = "100%"

  public struct Example: Sendable {
    public var language: String
    public var text: String
    /// The normal forms expected, as text: `5200`, `2021-12-31`, `2021-01-01/2021-12-31`.
    public var claims: [String]
    /// The day that the text is read as of.
    public var day: Day?
    public var location: Diagnostic.Location?

    public init(
      language: String, text: String, claims: [String], day: Day? = nil, location: Diagnostic.Location? = nil
    ) {
      self.language = language
      self.text = text
      self.claims = claims
      self.day = day
      self.location = location
    }
  }

  /// Texts of different articles, and whether they must contradict each other.
  public struct Pair: Sendable {
    public struct Text: Sendable {
      public var language: String
      public var text: String
      public var day: Day?

      public init(language: String, text: String, day: Day? = nil) {
        self.language = language
        self.text = text
        self.day = day
      }
    }

    public var texts: [Text]
    public var mustConflict: Bool
    public var location: Diagnostic.Location?

    public init(texts: [Text], mustConflict: Bool, location: Diagnostic.Location? = nil) {
      self.texts = texts
      self.mustConflict = mustConflict
      self.location = location
    }
  }

  public var id: String
  public var title: String
  public var kind: Kind
  public var about: [String]
  public var with: [String]
  public var near: [String]
  public var unless: [String]
  public var scope: Scope
  public var changes: Change
  public var compare: Reading
  public var tolerance: Tolerance?
  public var severity: Severity
  public var unit: UnitFilter
  public var take: Take
  /// Leaves out what happened at another time; nil ends are open.
  public var during: (from: Day?, to: Day?)?
  /// Of kind `state`, in order: the first that matches wins.
  public var states: [State]
  /// Of kind `total`: the rule whose claims are the sum (or ``wholeShare``), and those whose claims are its parts, by
  /// their ids.
  public var total: String?
  public var parts: [String]
  /// Whether the sum may stand in one article and its parts in others.
  public var across: Bool
  public var why: String?
  public var examples: [Example]
  /// Texts that must conflict with one another, or must not.
  public var pairs: [Pair] = []
  /// The rule of the library that it was made from.
  public var template: String?
  public var location: Diagnostic.Location?

  public init(
    id: String, title: String? = nil, kind: Kind, about: [String] = [], with: [String] = [], near: [String] = [],
    unless: [String] = [], scope: Scope = .sentence, changes: Change = .never, compare: Reading = .meaning,
    tolerance: Tolerance? = nil, severity: Severity = .error, unit: UnitFilter = .count, take: Take = .part,
    during: (from: Day?, to: Day?)? = nil, states: [State] = [], total: String? = nil, parts: [String] = [],
    across: Bool = false, why: String? = nil, examples: [Example] = [],
    location: Diagnostic.Location? = nil
  ) {
    self.id = id
    self.title = title ?? id
    self.kind = kind
    self.about = about
    self.with = with
    self.near = near
    self.unless = unless
    self.scope = scope
    self.changes = changes
    self.compare = compare
    self.tolerance = tolerance
    self.severity = severity
    self.unit = unit
    self.take = take
    self.during = during
    self.states = states
    self.total = total
    self.parts = parts
    self.across = across
    self.why = why
    self.examples = examples
    self.location = location
  }
}

/// A concept as its author wrote it: the terms of each language.
public struct Concept: Sendable {
  public var name: String
  /// Terms by language tag, as written: `soldat*`, `=WHO`, `räumt … ein`.
  public var terms: [String: [String]]
  /// Concepts whose terms are its own too.
  public var extends: [String]
  public var location: Diagnostic.Location?

  public init(
    name: String, terms: [String: [String]], extends: [String] = [], location: Diagnostic.Location? = nil
  ) {
    self.name = name
    self.terms = terms
    self.extends = extends
    self.location = location
  }
}

/// An entry of `articles:` in the settings: a path or glob, and what the files themselves do not say.
public struct ArticleEntry: Sendable {
  public var path: String
  public var day: Day?
  public var language: String?
  public var title: String?
  public var source: String?
  public var url: String?
  public var location: Diagnostic.Location?

  public init(
    path: String, day: Day? = nil, language: String? = nil, title: String? = nil, source: String? = nil,
    url: String? = nil, location: Diagnostic.Location? = nil
  ) {
    self.path = path
    self.day = day
    self.language = language
    self.title = title
    self.source = source
    self.url = url
    self.location = location
  }
}

/// What `factcheck.yaml` says. Paths are as written there, relative to `folder`.
public struct Settings: Sendable {
  public var articles: [ArticleEntry] = []
  /// Where reports go; nil for the default.
  public var output: String?
  /// The weakest verdict that fails a run: `contradiction`, `disputed`, `changed`, `never`.
  public var failOn: String?
  /// The mildest severity that fails a run; nil for all.
  public var failSeverity: Rule.Severity?
  /// How many findings are let pass before a run fails.
  public var maxFindings: Int?
  /// The file of accepted findings.
  public var baseline: String?
  /// Whether accepted findings that are gone fail a run.
  public var strictBaseline = false
  /// Takes the day of a file's last change for articles that give none.
  public var usesFileDates = false
  /// What is checked without a rule.
  public var checks = Set(DateCheck.allCases)
  /// What `factcheck lint` warns of.
  public var lint = Set(LintCheck.allCases)
  /// The folder of the settings file.
  public var folder: String = "."

  public init() {}
}

/// All that a rules folder or file holds, checked.
public struct RuleSet: Sendable {
  public var rules: [Rule] = []
  public var concepts: [String: Concept] = [:]
  /// One person, where no transliteration could tell: canonical spelling to the others.
  public var names: [String: [String]] = [:]
  /// What is let pass, in the order of the files.
  public var suppressions: [Suppression] = []
  public var settings = Settings()
  /// Everything wrong with the files; errors among them make the run untrustworthy.
  public var problems: [Diagnostic] = []

  public init() {}
}

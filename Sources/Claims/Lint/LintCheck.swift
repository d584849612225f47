/// What `factcheck lint` warns of, by the code that messages show in brackets and `lint:` in the settings switches off.
public enum LintCheck: String, Sendable, CaseIterable {
  /// A rule, or a state of it, that no sentence of any article can match.
  case neverMatches = "never-matches"
  /// A sum whose total and parts are never found together.
  case neverCompares = "never-compares"
  /// A concept without a term in a language that is in use.
  case missingLanguage = "missing-language"
  /// A concept that no rule names.
  case unusedConcept = "unused-concept"
  /// A term of which nothing is left to look for.
  case emptyTerm = "empty-term"
  /// A term that finds what another term of its concept finds.
  case redundantTerm = "redundant-term"
  /// A term that a rule asks for and rules out.
  case contradictoryTerm = "contradictory-term"
  /// A term in letters in which its language is not written.
  case wrongScript = "wrong-script"
  /// A term that is an article, a preposition or the like, or the name of a month or weekday.
  case commonWord = "common-word"
  /// Two rules that take the same claims.
  case similarRules = "similar-rules"
  /// Ids of rules, or names of concepts, that differ in capital letters only.
  case similarNames = "similar-names"
  /// A rule without examples.
  case missingExamples = "missing-examples"
  /// A rule of which no example says what it must not take.
  case missingNegativeExample = "missing-negative-example"
  /// A rule without an example in a language in which it can match.
  case missingExampleLanguage = "missing-example-language"
  /// An example in a language in which its rule cannot match.
  case exampleLanguage = "example-language"
  /// What the loader, too, warns of: a `scope` without `near`, a term with a comma in it, a file of comments.
  case doubtful

  /// What it finds, in a sentence without a full stop.
  public var summary: String {
    switch self {
    case .neverMatches: "A rule, or a state of it, that can never match"
    case .neverCompares: "A sum whose total and parts are never found together"
    case .missingLanguage: "A concept without a term in a language that is in use"
    case .unusedConcept: "A concept that no rule names"
    case .emptyTerm: "A term of which nothing is left to look for"
    case .redundantTerm: "A term that finds what another term of its concept finds"
    case .contradictoryTerm: "A term that a rule asks for and rules out"
    case .wrongScript: "A term in letters in which its language is not written"
    case .commonWord: "A term that is a function word, a month or a weekday"
    case .similarRules: "Two rules that take the same claims"
    case .similarNames: "Ids or concepts that differ in capital letters only"
    case .missingExamples: "A rule without examples"
    case .missingNegativeExample: "A rule of which no example says what it must not take"
    case .missingExampleLanguage: "A rule without an example in a language in which it can match"
    case .exampleLanguage: "An example in a language in which its rule cannot match"
    case .doubtful: "What can be read, and was probably meant otherwise"
    }
  }
}

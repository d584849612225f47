import Claims
import Findings

/// How each claim stands in the whole report: its worst verdict, and the letters of the positions that it takes.
///
/// Letters belong to a rule: the same letter is the same answer, in cards, matrix and timelines alike.
struct HTMLMarks {
  /// What is shown of a claim at a glance.
  enum State: Hashable {
    case verdict(Verdict)
    /// Compared with nothing: no other claim on the fact.
    case single
    case denied, leftOpen, copy, setAside

    /// The name for classes and data attributes.
    var name: String {
      switch self {
      case .verdict(let verdict): verdict.rawValue
      case .single: "single"
      case .denied: "denied"
      case .leftOpen: "left-open"
      case .copy: "copy"
      case .setAside: "set-aside"
      }
    }

    var sign: String {
      switch self {
      case .verdict(let verdict): Wording.symbol(verdict)
      case .single: "·"
      case .denied: "⊘"
      case .leftOpen: "?"
      case .copy: "⧉"
      case .setAside: "○"
      }
    }
  }

  private var worst: [String: Verdict] = [:]
  private var positionsOf: [String: [Int]] = [:]
  /// By rule: the place of each label, in order of first appearance.
  private var letters: [String: [String: Int]] = [:]
  private(set) var verdictOfRule: [String: Verdict] = [:]

  /// - Parameter findings: the worst first.
  init(_ findings: [Finding]) {
    for finding in findings {
      verdictOfRule[finding.rule] = max(verdictOfRule[finding.rule] ?? .agree, finding.verdict)
      for position in finding.positions {
        var place: Int?
        if finding.verdict > .compatible {
          let known = letters[finding.rule]?[position.label] ?? letters[finding.rule]?.count ?? 0
          letters[finding.rule, default: [:]][position.label] = known
          place = known
        }
        for claim in position.claims {
          worst[claim] = max(worst[claim] ?? .agree, finding.verdict)
          // A claim that fits everything takes no side worth spelling out.
          guard let place, positionsOf[claim, default: []].count < 3, positionsOf[claim]?.contains(place) != true
          else { continue }
          positionsOf[claim, default: []].append(place)
        }
      }
    }
  }

  func state(of claim: Claim) -> State {
    if claim.copyOf != nil { return .copy }
    if claim.setAside != nil { return .setAside }
    switch claim.modality {
    case .negated: return .denied
    case .hypothetical: return .leftOpen
    case .asserted, .attributed: return worst[claim.id].map(State.verdict) ?? .single
    }
  }

  /// `A`, or `AB` for a claim that fits two answers; empty where the articles do not conflict.
  func letters(of claim: Claim) -> String {
    (positionsOf[claim.id] ?? []).sorted().map(Self.letter).joined()
  }

  /// The letter of a position; nil where the positions of the finding do not conflict.
  func letter(of position: Position, in finding: Finding) -> String? {
    guard finding.verdict > .compatible else { return nil }
    return letters[finding.rule]?[position.label].map(Self.letter)
  }

  private static func letter(_ place: Int) -> String {
    place < 26 ? String(UnicodeScalar(UInt8(ascii: "A") + UInt8(place))) : String(place + 1)
  }
}

/// Chooses rules by their ids.
public struct RuleFilter: Sendable {
  private let parts: [Substring]?

  /// - Parameter pattern: what an id holds, case apart; `*` stands for anything in between. Nil for all.
  public init(_ pattern: String?) { parts = pattern?.lowercased().split(separator: "*") }

  /// Whether a rule of that id is chosen.
  public func accepts(_ id: String) -> Bool {
    guard let parts else { return true }
    var rest = id.lowercased()[...]
    for part in parts {
      guard let found = rest.firstRange(of: part) else { return false }
      rest = rest[found.upperBound...]
    }
    return true
  }
}

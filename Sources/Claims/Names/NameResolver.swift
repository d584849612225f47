/// Gives each claim about a name the one form that stands for all its spellings in the run.
public enum NameResolver {
  /// Sets the canonical form of the names claimed, the persons that they may be (see ``Claim/possibilities``), and why
  /// (``Claim/why``). Claims of other kinds stay as they are.
  ///
  /// - Parameters:
  ///   - claims: of all rules.
  ///   - names: as ``RuleSet/names``.
  ///   - language: that of an article, by its id.
  public static func resolve(_ claims: inout [Claim], names: [String: [String]], language: (String) -> String) {
    var register = NameRegister(names: names)
    var isAny = false
    for claim in claims {
      guard case .name(let canonical, let forms) = claim.value else { continue }
      isAny = true
      let tag = language(claim.article)
      register.add(canonical, language: tag)
      for form in forms where form != canonical { register.add(form, language: tag, count: 0) }
    }
    guard isAny else { return }
    register.settle()
    for i in claims.indices {
      guard case .name(let said, _) = claims[i].value, let spelling = register.number(of: said) else { continue }
      claims[i].possibilities = register.possibilities(of: spelling)
      let persons = register.personsOf[spelling]
      guard persons.count == 1, let only = persons.first else { continue }
      let person = register.persons[only]
      let name = register.spellings[person.canonical].text
      let forms = person.spellings.map { register.spellings[$0].text }
      claims[i].value = .name(canonical: name, forms: [name] + forms.filter { $0 != name }.sorted())
      if said != name, let steps = person.steps[spelling] {
        claims[i].why += ["\(said) is \(name): " + steps.joined(separator: ", ")]
      }
    }
  }
}

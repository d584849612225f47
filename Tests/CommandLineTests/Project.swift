import Foundation

/// Rules and articles of a test's own: two articles that contradict each other, and one that disputes.
func gatedProject(settings: String = "", _ files: [String: String] = [:]) throws -> Scratch {
  let scratch = try Scratch()
  let all = [
    "rules/rules.yaml": """
    rules:
      - {id: dead, title: the dead, claim: quantity, about: [killed]}
      - {id: hurt, title: the hurt, claim: quantity, about: [hurt], severity: warning}
    concepts:
      killed: {en: [kill, die]}
      hurt: {en: [injure]}

    """,
    "rules/factcheck.yaml": "articles: ../articles/*.md\n" + settings,
    "articles/a.md": "---\nlang: en\n---\n\nThe flood killed 27 people. It injured 50 people.\n",
    "articles/b.md": "---\nlang: en\n---\n\nThe flood killed 31 people. It injured 60 people.\n",
  ].merging(files) { $1 }
  for (name, text) in all { try scratch.file(name, text) }
  return scratch
}

extension Scratch {
  @discardableResult
  func run(_ arguments: String..., input: String = "", environment: [String: String] = [:]) throws -> Program.Run {
    try Program.run(arguments, input: input, folder: folder, environment: environment)
  }

  func text(_ name: String) -> String? { try? String(contentsOf: url(name), encoding: .utf8) }

  var names: [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []).sorted()
  }
}

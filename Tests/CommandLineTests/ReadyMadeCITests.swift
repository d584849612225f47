import Foundation
import Testing
import Yams

/// The files for GitHub, GitLab and pre-commit: of the shape that these ask for, and their scripts run.
@Suite struct ReadyMadeCITests {
  private func yaml(_ path: String) throws -> Any {
    let text = try String(contentsOf: Program.root.appendingPathComponent(path), encoding: .utf8)
    return try #require(try Yams.load(yaml: text))
  }

  private func map(_ value: Any?) throws -> [String: Any] { try #require(value as? [String: Any]) }

  private var action: [String: Any] { get throws { try map(yaml("action.yml")) } }

  private func steps(_ path: String) throws -> [[String: Any]] {
    if path == "action.yml" { return try #require(map(action["runs"])["steps"] as? [[String: Any]]) }
    let jobs = try map(map(yaml(path))["jobs"])
    return try jobs.values.flatMap { try #require(map($0)["steps"] as? [[String: Any]]) }
  }

  /// A repository with the sample project's shape, and commands that stand for those that need a network.
  private func repository() throws -> Scratch {
    let scratch = try gatedProject()
    try scratch.file("tool/bin/factcheck", "#!/bin/sh\nexec '\(Program.path)' \"$@\"\n")
    try scratch.file(
      "stubs/gh",
      "#!/bin/sh\necho \"gh $*\" >>calls\ncase \"$*\" in *--paginate*) printf '%s' \"${COMMENT:-}\";; esac\n")
    try scratch.file("stubs/git", "#!/bin/sh\necho \"git $*\" >>calls\ncp -r tool .factcheck\n")
    for name in ["tool/bin/factcheck", "stubs/gh", "stubs/git"] {
      try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: scratch.url(name).path)
    }
    return scratch
  }

  private func bash(_ script: String, _ environment: [String: String], in scratch: Scratch) throws -> Program.Run {
    try scratch.file("script", script)
    let values = environment.map { "export \($0)='\($1)'; " }.joined()
    return try Program.shell(
      "export PATH=\"$PWD/stubs:$PATH\"; \(values)exec bash --noprofile --norc -eo pipefail script",
      folder: scratch.folder)
  }

  @Test(arguments: ["action.yml", "docs/ci/github-workflow.yml", "docs/ci/gitlab-ci.yml"])
  func scriptsAreWellFormed(path: String) throws {
    let scripts: [String]
    if path.contains("gitlab") {
      scripts = try #require(map(map(yaml(path))["factcheck"])["script"] as? [String])
    } else {
      scripts = try steps(path).compactMap { $0["run"] as? String }
      // What others may write (titles, branches) must not become part of a script.
      for script in scripts { #expect(!script.contains("${{"), "\(script)") }
    }
    #expect(!scripts.isEmpty)
    for script in scripts {
      let scratch = try Scratch()
      try scratch.file("script", script)
      let shell = path.contains("gitlab") ? "sh" : "bash"
      #expect(try Program.shell("\(shell) -n script", folder: scratch.folder).errors == "")
    }
  }

  // MARK: - GitHub

  @Test func theActionHasWhatGitHubAsksFor() throws {
    let action = try action
    #expect(action["name"] is String)
    #expect(action["description"] is String)
    #expect(try map(action["runs"])["using"] as? String == "composite")
    for input in try map(action["inputs"]).values { #expect(try map(input)["description"] is String) }
    for output in try map(action["outputs"]).values {
      let output = try map(output)
      #expect(output["description"] is String)
      #expect((output["value"] as? String)?.hasPrefix("${{ steps.run.outputs.") == true)
    }
    for step in try steps("action.yml") where step["run"] != nil { #expect(step["shell"] as? String == "bash") }
  }

  @Test(arguments: [("", 1), ("--fail-on never", 0), ("--max 2", 0), ("--nonsense", 2), ("--baseline missing.json", 2)])
  func theActionHandsReportsOn(arguments: String, status: Int) throws {
    let scratch = try repository()
    let script = try #require(steps("action.yml").first?["run"] as? String)
    let run = try bash(
      script,
      [
        "RULES": "rules/", "OUTPUT": "out", "ARGUMENTS": arguments, "GITHUB_OUTPUT": "outputs",
        "GITHUB_STEP_SUMMARY": "summary", "GITHUB_ACTION_PATH": scratch.url("tool").path,
      ], in: scratch)
    // The status is an output: reports are uploaded before the job fails.
    #expect(run.status == 0, "\(run.errors)")
    let outputs = try #require(scratch.text("outputs"))
    #expect(outputs.hasPrefix("status=\(status)\n"), "\(outputs) \(run.errors)")
    let wrote = arguments != "--nonsense"
    #expect(outputs.contains("sarif=out/report.sarif\n") == wrote)
    #expect(outputs.contains("markdown=out/report.md\n") == wrote)
    #expect((scratch.text("summary")?.isEmpty == false) == wrote)
    if arguments == "" { #expect(run.output.contains("::error "), "\(run.output)") }
  }

  @Test func theWorkflowUsesTheActionAsItIs() throws {
    let workflow = try map(yaml("docs/ci/github-workflow.yml"))
    // YAML 1.1 reads `on` as true.
    #expect(workflow["on"] != nil || workflow["true"] != nil)
    let permissions = try map(workflow["permissions"])
    #expect(permissions["security-events"] as? String == "write")
    #expect(permissions["pull-requests"] as? String == "write")
    #expect(permissions["contents"] as? String == "read")
    let steps = try steps("docs/ci/github-workflow.yml")
    let inputs = Set(try map(action["inputs"]).keys)
    let step = try #require(steps.first { ($0["uses"] as? String)?.contains("/factcheck@") == true })
    #expect(Set(try map(step["with"]).keys).isSubset(of: inputs))
    for case let uses as String in steps.map({ $0["uses"] }) {
      let version = uses.split(separator: "@").last.map(String.init) ?? ""
      #expect(version.hasPrefix("v") && version.dropFirst().first?.isNumber == true, "\(uses) is not pinned")
    }
    let upload = try #require(steps.first { ($0["uses"] as? String)?.contains("upload-sarif") == true })
    #expect(try map(upload["with"])["sarif_file"] is String)
    // What is read of the action's outputs is there.
    let text = try String(
      contentsOf: Program.root.appendingPathComponent("docs/ci/github-workflow.yml"), encoding: .utf8)
    let outputs = Set(try map(action["outputs"]).keys)
    for part in text.components(separatedBy: "steps.factcheck.outputs.").dropFirst() {
      #expect(outputs.contains(String(part.prefix { $0.isLetter })))
    }
  }

  @Test func theWorkflowCommentsOnceAndThenEdits() throws {
    let steps = try steps("docs/ci/github-workflow.yml")
    let script = try #require(steps.first { $0["name"] as? String == "Comment" }?["run"] as? String)
    for (known, call) in [
      ("", "--method POST repos/o/r/issues/7/comments"), ("42", "--method PATCH repos/o/r/issues/comments/42"),
    ] {
      let scratch = try repository()
      try scratch.file("report.md", "# Report\n")
      let run = try bash(
        script, ["GH_REPO": "o/r", "NUMBER": "7", "REPORT": "report.md", "GH_TOKEN": "x", "COMMENT": known], in: scratch
      )
      #expect(run.status == 0, "\(run.errors)")
      #expect(scratch.text("calls")?.contains(call) == true, "\(scratch.text("calls") ?? "")")
      #expect(scratch.text("comment.md") == "<!-- factcheck -->\n# Report\n")
    }
  }

  @Test(arguments: [("0", 0), ("1", 1), ("2", 2), ("", 2)] as [(String, Int32)])
  func theWorkflowEndsWithTheStatus(status: String, expected: Int32) throws {
    let steps = try steps("docs/ci/github-workflow.yml")
    let script = try #require(steps.last?["run"] as? String)
    #expect(steps.last?["if"] as? String == "always()")
    #expect(try bash(script, ["STATUS": status], in: repository()).status == expected)
  }

  // MARK: - GitLab

  @Test func gitLabGetsItsReports() throws {
    let file = try map(yaml("docs/ci/gitlab-ci.yml"))
    let job = try map(file["factcheck"])
    let artifacts = try map(job["artifacts"])
    #expect(artifacts["when"] as? String == "always")
    let junit = try #require(map(artifacts["reports"])["junit"] as? String)
    let script = try #require(job["script"] as? [String]).joined(separator: "\n")
    for (isKnown, status) in [(false, 1), (true, 0)] as [(Bool, Int32)] {
      let scratch = try repository()
      if isKnown {
        try scratch.run("run", "rules", "--write-baseline", "rules/baseline.json")
      } else {
        try scratch.file("rules/baseline.json", "{\"version\": 1, \"findings\": []}\n")
      }
      let variables = try map(file["variables"]).compactMapValues { $0 as? String }
      let run = try bash(script, variables, in: scratch)
      #expect(run.status == status, "\(run.errors)")
      #expect(scratch.text("calls")?.contains("git clone") == true)
      #expect(scratch.text(junit)?.contains("<testsuites") == true)
    }
  }

  // MARK: - pre-commit

  @Test func hooksHaveWhatPreCommitAsksFor() throws {
    let hooks = try #require(yaml(".pre-commit-hooks.yaml") as? [[String: Any]])
    #expect(hooks.count == 2)
    for hook in hooks {
      for key in ["id", "name", "entry", "language", "files"] { #expect(hook[key] is String, "\(key)") }
      #expect(hook["language"] as? String == "script")
      // Two runs at a time would each see half of the articles.
      #expect(hook["require_serial"] as? Bool == true)
      let entry = try #require(hook["entry"] as? String).split(separator: " ").map(String.init)
      #expect(FileManager.default.isExecutableFile(atPath: Program.root.appendingPathComponent(entry[0]).path))
      _ = try NSRegularExpression(pattern: try #require(hook["files"] as? String))
    }
    let config = try map(yaml("docs/ci/pre-commit-config.yaml"))
    let repos = try #require(config["repos"] as? [[String: Any]])
    let ids = Set(hooks.compactMap { $0["id"] as? String })
    for repo in repos {
      #expect(repo["repo"] is String && repo["rev"] is String)
      for hook in try #require(repo["hooks"] as? [[String: Any]]) { #expect(ids.contains(hook["id"] as? String ?? "")) }
    }
  }

  /// As pre-commit runs them: the entry, the arguments, and the files of the commit, unless these are not wanted.
  @Test(
    arguments: [
      ("factcheck", ["articles/b.md"], 1), ("factcheck-files", ["articles/b.md"], 0),
      ("factcheck-files", ["articles/a.md", "articles/b.md"], 1),
    ] as [(String, [String], Int32)])
  func hooksRun(id: String, files: [String], status: Int32) throws {
    let hooks = try #require(yaml(".pre-commit-hooks.yaml") as? [[String: Any]])
    let hook = try #require(hooks.first { $0["id"] as? String == id })
    let entry = try #require(hook["entry"] as? String).split(separator: " ").map(String.init)
    #expect(entry.first == "bin/factcheck")
    var arguments = Array(entry.dropFirst()) + (hook["args"] as? [String] ?? [])
    if hook["pass_filenames"] as? Bool != false { arguments += files }
    let pattern = try NSRegularExpression(pattern: try #require(hook["files"] as? String))
    for file in files {
      #expect(pattern.firstMatch(in: file, range: NSRange(file.startIndex..., in: file)) != nil)
    }
    let scratch = try repository()
    let run = try Program.run(arguments, folder: scratch.folder)
    #expect(run.status == status, "\(run.output) \(run.errors)")
  }
}

import Articles
import Claims

/// A test of rules for programs.
struct TestJSON {
  private let report: TestReport

  init(_ report: TestReport) { self.report = report }

  func render() -> [UInt8] {
    var json = JSONWriter()
    json.beginObject()
    json.key("version")
    json.value(Report.version)
    json.key("passed")
    json.value(report.outcomes.count - report.failed)
    json.key("failed")
    json.value(report.failed)
    json.key("examples")
    json.beginArray()
    for outcome in report.outcomes { write(outcome, &json) }
    json.endArray()
    if let mutations = report.mutations {
      json.key("mutations")
      json.beginArray()
      for mutation in mutations { write(mutation, &json) }
      json.endArray()
      json.key("unchanged")
      json.value(report.unchanged)
    }
    json.endObject()
    json.endLine()
    return json.bytes
  }

  private func write(_ outcome: ExampleOutcome, _ json: inout JSONWriter) {
    json.beginObject()
    json.key("rule")
    json.value(outcome.rule)
    switch outcome.subject {
    case .example(let example):
      place(example.location, &json)
      json.key("texts")
      json.beginArray()
      text(example.language, example.text, &json)
      json.endArray()
    case .pair(let pair):
      place(pair.location, &json)
      json.key("texts")
      json.beginArray()
      for one in pair.texts { text(one.language, one.text, &json) }
      json.endArray()
    }
    json.key("passed")
    json.value(outcome.passed)
    list("expected", outcome.expected, &json)
    list("got", outcome.got, &json)
    json.endObject()
  }

  private func write(_ mutation: MutationOutcome, _ json: inout JSONWriter) {
    json.beginObject()
    json.key("rule")
    json.value(mutation.rule)
    place(mutation.example.location, &json)
    json.key("kind")
    json.value(mutation.kind.rawValue)
    json.key("before")
    json.value(mutation.before)
    json.key("after")
    json.value(mutation.after)
    json.key("language")
    json.value(mutation.example.language)
    json.key("text")
    json.value(mutation.text)
    json.key("result")
    json.value(mutation.result.rawValue)
    list("old", mutation.old, &json)
    list("new", mutation.new, &json)
    json.endObject()
  }

  private func text(_ language: String, _ text: String, _ json: inout JSONWriter) {
    json.beginObject(inline: true)
    json.key("language")
    json.value(language)
    json.key("text")
    json.value(text)
    json.endObject()
  }

  private func place(_ location: Diagnostic.Location?, _ json: inout JSONWriter) {
    json.key("file")
    json.value(location?.file)
    json.key("line")
    if let line = location?.line { json.value(line) } else { json.null() }
  }

  private func list(_ key: StaticString, _ values: [String], _ json: inout JSONWriter) {
    json.key(key)
    json.value(values, inline: true)
  }
}

import Foundation
import Testing

/// Articles that come through a pipe, in any format and encoding.
@Suite struct StandardInputTests {
  @Test func anEncodingIsRecognised() throws {
    // “Près de 2 500 élèves ont été évacués” in windows-1252.
    let run = try Program.shell(
      #"printf 'Pr\350s de 2500 \351l\350ves ont \351t\351 \351vacu\351s.\n' | "$factcheck" extract --language fr -"#)
    #expect(run.status == 0)
    #expect(run.errors.isEmpty)
    #expect(run.output.contains(#""text": "Près de 2500", "start": 0, "end": 12"#))
  }

  @Test func wideTextAndPackedTextAreRead() throws {
    let wide = try Program.shell(
      #"printf '12 soldiers left.\n' | iconv -f utf-8 -t utf-16 | "$factcheck" extract --language en -"#)
    #expect(wide.status == 0)
    #expect(wide.output.contains(#""text": "12", "start": 1, "end": 3"#))
    let packed = try Program.shell(
      #"printf '12 soldiers left.\n' | gzip -c | "$factcheck" extract --language en -"#)
    #expect(packed.output.contains(#""text": "12", "start": 0, "end": 2"#))
  }

  @Test func aFormatIsRecognised() throws {
    let run = try Program.shell(
      #"""
      printf '<!doctype html><title>News</title><script>var n = 77;</script><p>There were 12 soldiers left in town.</p>' |
        "$factcheck" extract --language en -
      """#)
    #expect(run.status == 0)
    #expect(run.lines.count == 1)
    #expect(run.output.contains(#""text": "12""#))
  }

  @Test func damageFarBehindIsSaidAndCostsNoPlace() throws {
    let run = try Program.shell(
      #"""
      { for i in $(seq 30000); do printf 'A line of words.\n\n'; done; printf 'caf\351 \200\200\n\n12 men\n'; } |
        "$factcheck" extract --language en -
      """#)
    #expect(run.status == 0)
    #expect(run.errors.contains("-:60001: warning: is not all UTF-8"))
    #expect(run.output.contains("\"start\": \(30000 * 18 + 9), \"end\": \(30000 * 18 + 11)"))
  }

  @Test func packedLinesStream() throws {
    let scratch = try Scratch()
    let line = #"{"id": "a", "text": "7 men", "language": "en"}"#
    let run = try Program.shell(
      #"""
      for i in $(seq 20000); do printf '%s\n' '\#(line)'; done | gzip -c > lines.jsonl.gz
      "$factcheck" extract lines.jsonl.gz | wc -l
      "$factcheck" extract --input jsonl - < lines.jsonl.gz | wc -l
      head -c 500 lines.jsonl.gz | "$factcheck" extract --input jsonl - | tail -n 1
      """#, folder: scratch.folder)
    #expect(run.lines.prefix(2).map { $0.trimmingCharacters(in: .whitespaces) } == ["20000", "20000"])
    #expect(run.lines.count == 3)
    #expect(run.errors.contains("-: error: the gzip is cut off"))
  }

  @Test func linesInAnotherEncodingAreNamedOnce() throws {
    let run = try Program.shell(
      #"printf '{"id": "a", "text": "7 men"}\n' | iconv -t utf-16 | "$factcheck" extract --input jsonl -"#)
    #expect(run.status == 2)
    #expect(run.errors.contains("-: error: is UTF-16"))
    #expect(run.errors.components(separatedBy: "error:").count == 2)
  }

  @Test func aRunReadsOneArticleFromIt() throws {
    let scratch = try Scratch()
    try scratch.file(
      "rules/troops.yaml",
      """
      rules:
        - {id: troops, title: Troops, claim: quantity, about: [troops], compare: stated}
      concepts:
        troops: {en: [troop, soldier]}
      """)
    try scratch.file("a.txt", "There were 2,500 soldiers in the country on that day.\n")
    let run = try Program.shell(
      #"""
      printf 'There were 5,200 soldiers in the country on that day, and one caf\351.\n' |
        "$factcheck" run rules --articles a.txt - --format json
      """#, folder: scratch.folder)
    #expect(run.status == 1)
    #expect(run.errors.isEmpty)
    #expect(run.output.contains(#""article": "-""#))
    let empty = try Program.shell(
      #""$factcheck" run rules --articles - --format json < /dev/null"#, folder: scratch.folder)
    #expect(empty.status == 2)
    #expect(empty.errors.contains("-: error: is empty"))
  }

  @Test func oddNamesBreakNoMessage() throws {
    let scratch = try Scratch()
    let run = try Program.shell(
      #"""
      mkdir d; cd d
      printf '12 soldiers left.' > "$(printf 'a\nb.txt')"; printf '13 soldiers left.' > "$(printf 'caf\351.txt')"
      printf '\0\0\0' > "$(printf 'z\n\033[31m.txt')"
      "$factcheck" extract --language en .; "$factcheck" extract --language en "$(printf 'caf\351.txt')"
      "$factcheck" extract --language en "$(printf 'cav\351.txt')"
      """#, folder: scratch.folder)
    #expect(run.lines.count == 3)
    #expect(run.lines.first?.contains(#"a\\nb.txt", "kind""#) == true)
    #expect(run.lines.last?.contains(#""article": "caf\\xE9.txt""#) == true)
    #expect(run.errors.contains(#"z\n\x1B[31m.txt:1: error: is a binary file"#))
    #expect(run.errors.contains(#"did you mean “caf\xE9.txt”?"#))
  }
}

import Foundation
import Testing

@Suite struct ExtractTests {
  private func extract(_ options: [String], _ input: String) throws -> Program.Run {
    try Program.run(["extract"] + options + ["-"], input: input)
  }

  @Test func writesAMentionALine() throws {
    let run = try extract(
      ["--input", "jsonl"],
      #"{"id": "a1", "text": "Il y a 12 tanks.\nArrivés jeudi.", "language": "fr", "date": "2021-07-30"}"#)
    #expect(run.status == 0)
    #expect(
      run.lines == [
        #"{"article": "a1", "kind": "quantity", "text": "12", "start": 7, "end": 9, "quantity": {"value": 12, "low": 12, "high": 12, "unit": null}}"#,
        #"{"article": "a1", "kind": "date", "text": "jeudi", "start": 25, "end": 30, "date": {"from": "2021-07-29", "to": "2021-07-29"}}"#,
      ])
    #expect(run.errors.isEmpty)
  }

  @Test func offsetsCountCodePoints() throws {
    let text = "é𝄞 中文 e\u{301} 👩‍👩‍👧 5,200 men"
    let line = "{\"id\": \"x\", \"language\": \"en\", \"text\": \"\(text)\"}"
    let run = try extract(["--input", "jsonl"], line)
    let scalars = Array(text.unicodeScalars)
    let start = try #require(scalars.firstIndex(of: "5"))
    #expect(run.output.contains("\"start\": \(start), \"end\": \(start + 5)"))
  }

  @Test func aBadLineIsNamedAndTheRestGoesOn() throws {
    let run = try extract(
      ["--input", "jsonl"],
      """
      {"id": "a", "text": "7 men", "language": "en"}

      {"id": "b", "text": 7}
      {"text": "8 men"}
      junk
      {"id": "c", "text": "9 men", "language": "en"}
      """)
    #expect(run.status == 2)
    #expect(run.lines.map { $0.prefix(15) } == [#"{"article": "a""#, #"{"article": "c""#])
    for place in ["-:3:", "-:4:", "-:5:1:"] { #expect(run.errors.contains(place)) }
  }

  @Test func identifiesTheLanguage() throws {
    let run = try extract(
      ["--input", "jsonl"],
      #"{"id": "a", "text": "Les soldats sont partis le 8 juillet 2020, selon le ministère de la défense."}"#)
    #expect(run.output.contains(#""date": {"from": "2020-07-08", "to": "2020-07-08"}"#))
  }

  @Test func optionsHoldOnlyWhereTheLineIsSilent() throws {
    let run = try extract(
      ["--input", "jsonl", "--language", "fr", "--date", "2021-07-30"],
      """
      {"id": "a", "text": "jeudi"}
      {"id": "b", "text": "Thursday", "language": "en", "date": "2020-01-10"}
      """)
    #expect(run.lines.count == 2)
    #expect(run.output.contains("2021-07-29"))
    #expect(run.output.contains("2020-01-09"))
  }

  @Test(arguments: [1, 2, 7])
  func theOutputDoesNotDependOnTheNumberOfJobs(_ jobs: Int) throws {
    var input = ""
    for i in 0..<3_000 { input += #"{"id": "\#(i)", "text": "\#(i) soldats", "language": "fr"}"# + "\n" }
    let run = try extract(["--input", "jsonl", "--jobs", String(jobs)], input)
    let ids = run.lines.map { $0.split(separator: "\"")[3] }
    #expect(ids.count == 3_000)
    #expect(ids.enumerated().allSatisfy { String($0.offset) == $0.element })
  }

  @Test func answersEachLineOfAPartnerWhoWaits() throws {
    // The second line is written only when the answer to the first has come.
    let run = try Program.shell(
      """
      dir=$(mktemp -d); mkfifo "$dir/in" "$dir/out"
      timeout 20 "$factcheck" extract --input jsonl - <"$dir/in" >"$dir/out" &
      exec 3>"$dir/in" 4<"$dir/out"
      echo '{"id": "first", "text": "7 men", "language": "en"}' >&3; read -r a <&4; echo "$a"
      echo '{"id": "second", "text": "8 men", "language": "en"}' >&3; read -r b <&4; echo "$b"
      exec 3>&-; wait; rm -r "$dir"
      """)
    #expect(run.lines.map { $0.prefix(19) } == [#"{"article": "first""#, #"{"article": "second"#])
  }

  @Test func aLineOfAHundredMegabytesIsNamedAndTheRestGoesOn() throws {
    let run = try Program.shell(
      #"""
      { printf '{"id": "a", "text": "7 men", "language": "en"}\n{"id": "b", "text": "'
        head -c 100000000 /dev/zero | tr '\0' x
        printf '"}\n{"id": "c", "text": "9 men", "language": "en"}\n'; } | "$factcheck" extract --input jsonl -
      """#)
    #expect(run.status == 2)
    #expect(run.lines.count == 2)
    #expect(run.errors.contains("-:2: error: the line is 100 MB long"))
  }

  @Test func listsForPeople() throws {
    let run = try extract(["--format", "text", "--language", "fr"], "Le 8 juillet 2020,\n12 hommes.\n")
    #expect(run.output == "-\n  1:4  date      2020-07-08  8 juillet 2020\n  2:1  quantity  12          12\n")
    let colored = try extract(["--format", "text", "--color", "always", "--language", "fr"], "12 hommes")
    #expect(colored.output.contains("\u{1B}["))
  }

  @Test func aLongTextIsReadInPartsWithPlacesOfTheWhole() throws {
    let paragraph = String(repeating: "é", count: 30_000) + "\n\n"
    let text = String(repeating: paragraph, count: 40) + "12 hommes\n"
    let run = try extract(["--input", "text", "--language", "fr"], text)
    #expect(run.lines.count == 1)
    #expect(run.output.contains("\"start\": \(40 * 30_002), \"end\": \(40 * 30_002 + 2)"))
    let listing = try extract(["--format", "text", "--language", "fr"], text)
    #expect(listing.lines.last == "  81:1  quantity  12  12")
  }

  @Test func filesThatCannotBeReadDoNotLoseTheOthers() throws {
    let scratch = try Scratch()
    try scratch.file("good.txt", "12 soldiers left on 8 January 2020.")
    try scratch.file("empty.txt", "")
    try scratch.file("binary.txt", Data([0x50, 0x00, 0xFF, 0x01]))
    let run = try Program.run(
      ["extract", "empty.txt", "missing.txt", "binary.txt", "good.txt", "--language", "en"], folder: scratch.folder)
    #expect(run.status == 2)
    #expect(run.lines.count == 2)
    for name in ["empty.txt: error: is empty", "missing.txt: error: does not exist", "binary.txt"] {
      #expect(run.errors.contains(name))
    }
  }

  @Test func aFileThatIsNamedTwiceIsReadOnce() throws {
    let scratch = try Scratch()
    try scratch.file("x/a.txt", "12 soldiers.")
    let run = try Program.run(["extract", "x/a.txt", "x", "./x/a.txt", "--language", "en"], folder: scratch.folder)
    #expect(run.status == 0)
    #expect(run.lines.count == 1)
  }

  @Test func aReaderThatGoesAwayEndsItQuietly() throws {
    let run = try Program.shell(
      #"""
      { yes '{"id": "a", "text": "7 men on 8 January 2020", "language": "en"}' | head -n 100000 | "$factcheck" extract --input jsonl -
        echo "status $?" >&2; } | head -n 1
      """#)
    #expect(run.lines.count == 1)
    #expect(run.errors == "status 0\n")
  }

  @Test func aFullDiskIsAnError() throws {
    let run = try Program.shell(
      #"echo '{"id": "a", "text": "7 men", "language": "en"}' | "$factcheck" extract --input jsonl - >/dev/full"#)
    #expect(run.status == 2)
    #expect(run.errors.contains("cannot write"))
  }
}

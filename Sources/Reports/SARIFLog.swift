/// What every SARIF 2.1.0 log has around its tool and its results, whatever these are about.
extension JSONWriter {
  /// Opens a log and its only run; the tool comes next.
  mutating func beginSARIF() {
    beginObject()
    key("version")
    value("2.1.0")
    key("$schema")
    value("https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json")
    key("runs")
    beginArray()
    beginObject()
  }

  /// How the run counts columns, in which language it speaks, and what its paths are relative to.
  mutating func sarifConventions() {
    key("language")
    value("en")
    key("columnKind")
    value("unicodeCodePoints")
    key("originalUriBaseIds")
    beginObject()
    key("%SRCROOT%")
    beginObject(inline: true)
    sarifMessage("description", "The folder that factcheck was started in; no path of the machine is written down.")
    endObject()
    endObject()
  }

  mutating func endSARIF() {
    endObject()
    endArray()
    endObject()
    endLine()
  }

  /// A message object; the standard wants some text in it (3.11).
  mutating func sarifMessage(_ key: StaticString, _ text: String) {
    self.key(key)
    beginObject(inline: true)
    self.key("text")
    value(text.isEmpty ? "-" : text)
    endObject()
  }
}

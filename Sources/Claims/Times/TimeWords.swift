import Languages

/// What a language says of the day that a figure speaks of, from the theme file `times.yaml`.
struct TimeWords: Sendable {
  /// "as of" Saturday
  var before = PhraseList([])
  /// 土曜日現在
  var after = PhraseList([])
  /// "stood at", "rose to": a figure stands so high on a day.
  var levels = PhraseList([])
  /// "now": the article's own day.
  var now = PhraseList([])
  /// "when": what follows happened on the day before it.
  var when = PhraseList([])

  /// "at that time": a time told of before.
  var then = PhraseList([])

  /// Before what frames the clause: "in the fire of 2014".
  var framing = PhraseList([])

  static let all: [String: TimeWords] = {
    guard let file = LanguageFile.theme("times") else { return [:] }
    var all: [String: TimeWords] = [:]
    for code in file.list("languages") {
      let section = file.section(code)
      var words = TimeWords()
      words.before = PhraseList(section["before"])
      words.after = PhraseList(section["after"])
      words.levels = PhraseList(section["levels"])
      words.now = PhraseList(section["now"])
      words.when = PhraseList(section["when"])
      words.then = PhraseList(section["then"])
      words.framing = PhraseList(section["framing"])
      all[code] = words
    }
    return all
  }()
}

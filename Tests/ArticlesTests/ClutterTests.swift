import ICU
import Testing

@testable import Articles

struct ClutterTests {
  private let story = [
    "Le gouvernement a annoncé mercredi que les soldats resteraient sur la base jusqu’à la fin du mois de mars au moins.",
    "Selon un porte-parole, cinq bases seront rendues à l’armée, et les instructeurs reprendront leurs cours dès lundi.",
    "Personne n’a voulu dire combien d’hommes partiraient, ni quand, ni par quelle route, mais les camions sont prêts.",
  ]

  @Test func aPagesOwnWordsAreLeftOut() throws {
    let text =
      ([
        "Les soldats restent encore un mois", "7 min de lecture", "Partager sur FacebookPartager sur Twitter", story[0],
        "PLUS : 2 500 demandeurs de visa attendent", story[1], "Lire aussi : dix ans de guerre",
        "Service limité. 2 mois pour 1 € sans engagement", story[2], "Laisser un commentaire",
        "Plus de 60 000 nouveaux cas en une journée, selon les autorités américaines.",
      ]).joined(separator: "\n\n")
    let read = try article(text, metadata: ArticleMetadata(language: "fr"))
    #expect(read.texts == ["Les soldats restent encore un mois"] + story)
    #expect(
      read.leftOut.map(\.reason) == [.readingTime, .share, .teaser, .teaser, .subscription, .comments, .comments])
    #expect(read.leftOut.map { SourceText.slice(text, $0.range) }.last?.hasPrefix("Plus de 60 000") == true)
  }

  @Test func sentencesThatOnlyBeginAlikeStay() throws {
    let sentences = [
      "Plus de 5 200 soldats américains sont en Irak.", "More than 500 troops stay.", "More: nobody left.",
      "He read more than 20 minutes of the report to parliament.", "Partager le pouvoir est difficile, dit-il.",
      "Comments by the minister drew fire.", "Photos show 12 trucks.",
    ]
    let text = try article(sentences.joined(separator: "\n"), metadata: ArticleMetadata(language: "fr"))
    #expect(text.texts == sentences.filter { $0 != "More: nobody left." })
  }

  @Test func aCommentLinkUnderTheHeadlineDoesNotEndTheStory() throws {
    let text = try article(
      (["Les soldats restent encore un mois", "Laisser un commentaire"] + story).joined(separator: "\n"),
      metadata: ArticleMetadata(language: "fr"))
    #expect(text.texts.suffix(3) == story[...])
    #expect(text.leftOut.map(\.reason) == [.comments])
  }

  @Test func aLabelTakesTheHeadlinesBelowItAlong() throws {
    let lines = [
      story[0], "À lire aussi :", "Covid-19 : plus de 60 000 nouveaux cas", "Sport : 3-1 en finale", story[1], "Fin",
    ]
    let text = try article(lines.joined(separator: "\n\n"), metadata: ArticleMetadata(language: "fr"))
    #expect(text.texts == [story[0], story[1], "Fin"])
    #expect(text.leftOut.map(\.reason) == [.teaser, .teaser, .teaser])
  }

  @Test func captionsAreTold() throws {
    let text = try article(
      story[0] + "\nPHOTO : Le président, à droite, le 26 juillet 2021.", metadata: ArticleMetadata(language: "fr"))
    #expect(text.blocks.last?.kind == .caption)
  }

  @Test(arguments: ["de", "es", "it", "pt", "nl", "ru", "ar", "zh"]) func everyLanguageHasItsPhrases(_ language: String)
    throws
  {
    let phrases = try #require(ClutterPhrases.all[language])
    let paragraphs = (1...3).map { "Nr. \($0) " + String(repeating: "字abc ", count: 40) + "." }
    for (phrase, reason) in [(phrases.comments.first, LeftOut.Reason.comments), (phrases.teasers.first, .teaser)] {
      let line = try #require(phrase) + (phrase?.hasSuffix("(") == true ? "3)" : " x")
      let text = try article(
        (paragraphs + [line]).joined(separator: "\n"), metadata: ArticleMetadata(language: language))
      #expect(text.leftOut.map(\.reason) == [reason], "\(line)")
    }
  }

  @Test func aTextThatIsSentInIsLeftWhole() throws {
    let read = try ArticleLine.decode(
      #"{"id":"1","text":"7 min de lecture\nLaisser un commentaire\nPLUS : 60 000 cas"}"#)
    #expect(read.blocks.count == 3)
  }
}

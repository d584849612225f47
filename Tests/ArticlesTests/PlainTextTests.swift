import Testing

@testable import Articles

struct PlainTextTests {
  private let long =
    "Les États-Unis ont encore plus de 5200 soldats américains en Irak, aidant les forces de sécurité "
    + "irakiennes alors qu’elles tentent d’éliminer les derniers restes du groupe."

  @Test func aDayAtTheBeginningIsNoListNumber() throws {
    let text = try article("28. Dezember 2012 \(long)\n\n3. drei\n4. vier")
    #expect(text.texts == ["28. Dezember 2012 \(long)", "drei", "vier"])
  }

  @Test func oneParagraphALineWithBlankLinesOrWithout() throws {
    let text = try article("\(long) A.\n\(long) B.\n\n\(long) C.")
    #expect(text.texts == [long + " A.", long + " B.", long + " C."])
    #expect(isMapped(text))
  }

  private let wrapped = """
    There are about 5,200 American troops in Iraq, most of them trainers,
    guards and mechanics. Hundreds of additional troops were flown to the
    region over New Year, many from the 82nd Airborne Division, after a
    crowd broke into the embassy.

    Training has stopped for now; so have most patrols. The general said
    that it would resume before long.
    """

  @Test(arguments: ["\n", "\r\n", "\r"]) func wrappedLinesAreJoined(_ end: String) throws {
    let text = try article(wrapped.replacing("\n", with: end))
    #expect(text.blocks.count == 2)
    #expect(
      text.texts.first?.contains("trainers, guards and mechanics. Hundreds of additional troops were flown") == true)
    #expect(isMapped(text))
    let last = try #require(text.blocks.last)
    #expect(text.source(last).hasPrefix("Training") && text.source(last).hasSuffix("long."))
  }

  @Test func aHeadingAboveWrappedTextStaysALine() throws {
    let text = try article("Troops in Iraq\n" + wrapped)
    #expect(text.texts.first == "Troops in Iraq")
    #expect(text.blocks.map(\.kind) == [.title, .paragraph, .paragraph])
  }

  @Test func linesOfUnevenLengthAreNotJoined() throws {
    let text = try article(
      "He said that nobody had been hurt in the attack on the base.\nThe base is old.\nIt was built for the war and has "
        + "three runways.\nNobody knows.\nThe army will leave.")
    #expect(text.blocks.count == 5)
  }

  @Test func wrappedChineseIsJoinedWithoutSpaces() throws {
    let line = "目前美国在伊拉克有五千二百名士兵多数人负责训练和守卫新年前后五角大楼又向该地区增派了数百名"
    let text = try article("\(line)\n\(line)\n士兵。")
    #expect(text.texts == [line + line + "士兵。"])
    #expect(isMapped(text))
  }

  @Test func listsAndRules() throws {
    let text = try article(
      "Key figures:\n- 5,200 soldiers\n• 3 bases\n12) F-16 jets\n* * *\n-5 degrees\n2021 was calm.")
    #expect(text.texts == ["Key figures:", "5,200 soldiers", "3 bases", "F-16 jets", "-5 degrees", "2021 was calm."])
    #expect(text.blocks.map(\.kind).dropFirst().prefix(3) == [.item, .item, .item])
    #expect(isMapped(text))
  }

  @Test func theHeadlineIsTheFirstLineThatSaysEnough() throws {
    let text = try article("in\n\nL’armée reprend ses opérations en Irak\n\nBAGDAD –\n\(long)\n")
    #expect(text.title == "L’armée reprend ses opérations en Irak")
    #expect(text.blocks.map(\.kind) == [.heading, .title, .heading, .paragraph])
    #expect(try article(long).title == nil)
    #expect(try article("5,200 soldiers").blocks.map(\.kind) == [.paragraph])
    #expect(try article("美军宣布结束在伊拉克的作战任务\n\n目前美国在伊拉克有5200名士兵。").title == "美军宣布结束在伊拉克的作战任务")
  }

  @Test func aHeadlineThatIsGivenIsFoundInTheText() throws {
    let text = try article("News\nIraq: the end\n\(long)", metadata: ArticleMetadata(title: "Iraq: The End"))
    #expect(text.title == "Iraq: The End")
    #expect(text.blocks.first { $0.kind == .title }?.text == "Iraq: the end")
  }

  @Test func sentencesAreRangesWithoutTheBlanksAround() throws {
    let text = try article(
      "Biden left.  « Nous restons. » M. Hellas le dit. Vraiment ? 3.500 hommes",
      metadata: ArticleMetadata(language: "fr"))
    let block = try #require(text.blocks.first)
    #expect(
      block.sentences.map { SourceText.slice(block.text, $0) } == [
        "Biden left.", "« Nous restons. »", "M. Hellas le dit.", "Vraiment ?", "3.500 hommes",
      ])
  }

  @Test func manyThreadsReadAtOnce() async throws {
    let texts = (0..<200).map {
      "Phrase \($0). M. Hellas le dit. \(String(repeating: "Encore une phrase. ", count: $0))"
    }
    let counts = try await withThrowingTaskGroup(of: (Int, Int).self) { group in
      for (i, text) in texts.enumerated() {
        group.addTask { (i, try article(text, metadata: ArticleMetadata(language: "fr")).blocks[0].sentences.count) }
      }
      return try await group.reduce(into: [Int: Int]()) { $0[$1.0] = $1.1 }
    }
    #expect(counts == Dictionary(uniqueKeysWithValues: (0..<200).map { ($0, $0 + 2) }))
  }

  /// The law: whatever the text, blocks stand in the file where they say, in order, and lose no letter.
  @Test func nothingIsLostOrMovedWhateverTheText() throws {
    var state: UInt64 = 42
    func next(_ n: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % n
    }
    let pieces = [
      "mot ", "5 200", "\n", "\n\n", "\r\n", "é", "中国", ". ", "- ", "« ", " ", "\u{A0}", "\t", "1. ",
      "Une phrase de plus ", "🎈", "***\n",
    ]
    for _ in 0..<300 {
      var text = ""
      for _ in 0..<next(80) { text += pieces[next(pieces.count)] }
      let read = try article(text, options: ArticleOptions(leavesOutClutter: false, leavesOutRepeats: false))
      #expect(isMapped(read), "\(text.debugDescription)")
      let letters = { (s: String) in s.unicodeScalars.filter { $0.properties.isAlphabetic }.map(\.value) }
      #expect(letters(read.texts.joined()) == letters(text), "\(text.debugDescription)")
      for block in read.blocks {
        #expect(!block.text.isEmpty && block.text == block.text.trimmingBlanks())
        #expect(!block.sentences.isEmpty)
      }
    }
  }
}

import Testing

@testable import Articles

@Suite("Copies")
struct CopyTests {
  static let story = """
    At least twelve people died when a ferry sank off Marrow Point on Monday night, the coast guard said. Some three
    hundred passengers were brought ashore by fishing boats and two helicopters before dawn. The owner of the ship said
    that all had been given vests. Divers are to search the wreck today; the harbour stays closed until the evening.
    """
  static let other = """
    The council of Marrow voted on Tuesday to buy two new buses for the line along the shore. They are to run every ten
    minutes in summer and will cost about half a million each. The mayor called it the best news of the year, while the
    opposition asked who was going to drive them, since nine of the town's drivers retire next spring.
    """

  func sketch(_ text: String) -> ArticleSketch { ArticleSketch([Block(text: text, map: SourceMap(source: 0))]) }

  @Test func aCopyIsOneWhateverItsDressing() {
    let copy = "By our staff.\n" + Self.story.replacing("twelve", with: "thirteen").uppercased()
    #expect(sketch(Self.story).containment(with: sketch(copy)) > 0.8)
    #expect(sketch(Self.story).containment(with: sketch(Self.other)) < 0.1)
  }

  @Test func theEarliestIsTheOriginal() {
    let articles: [(sketch: ArticleSketch, day: Int?)] = [
      (sketch(Self.story), 20), (sketch(Self.other), 5), (sketch(Self.story + " Updated."), 10),
      (sketch(Self.story), nil),
    ]
    #expect(Copies.originals(articles) == [2, nil, nil, 2])
  }

  /// A line out of a long story is quoted everywhere; that makes no copy.
  @Test func aQuotationIsNoCopy() {
    let long = Self.story + Self.other + Self.other.uppercased().replacing("A", with: "O")
    let short = "The coast guard said that at least twelve people died when a ferry sank off Marrow Point on Monday."
    #expect(Copies.originals([(sketch(long), 1), (sketch(short), 2)]) == [nil, nil])
  }

  @Test func scriptsWithoutSpacesHaveCopiesToo() {
    let story = "周一晚间一艘渡轮在马罗角附近沉没，海岸警卫队表示至少有十二人死亡，约三百名乘客在黎明前被渔船和两架直升机救起。船主说所有人都领到了救生衣。"
    let other = "马罗镇议会周二投票决定购买两辆新的公共汽车，用于沿海线路，夏季每十分钟一班，每辆约五十万。镇长称这是今年最好的消息，反对派则问谁来驾驶。"
    #expect(Copies.originals([(sketch(story), 1), (sketch(other), 1), (sketch("本报讯" + story), 2)]) == [nil, nil, 0])
  }

  /// Many articles with one piece of boilerplate cost no quadratic time and are no copies.
  @Test(.timeLimit(.minutes(4))) func boilerplateMakesNoCopies() {
    let articles = (0..<2000).map { i in
      (
        sketch: sketch(
          "Story \(i * 7919 % 10007) of \(i). "
            + (0..<12).map { k in "w\(i * 31 + k * 17)x\(i % 97)y\(k)" }.joined(separator: " ")
            + " Subscribe to our newsletter for the best stories of the week."), day: Int?.none
      )
    }
    #expect(Copies.originals(articles).allSatisfy { $0 == nil })
  }
}

import Claims
import Findings
import Testing

struct ArticleKeyTests {
  @Test(arguments: [
    ("articles/a.txt", "rules", "../articles/a.txt"), ("./articles//a.txt", "rules/", "../articles/a.txt"),
    ("rules/a.txt", "rules", "a.txt"), ("a.txt", ".", "a.txt"), ("../a.txt", "../rules", "../a.txt"),
    ("/home/me/articles/a.txt", "rules", "../articles/a.txt"),
    ("articles/a.txt", "/home/me/rules", "../articles/a.txt"),
    ("articles/x/../a.txt", "rules/./", "../articles/a.txt"), ("/srv/a.txt", "/srv", "a.txt"),
    ("../../../../../a", "/", "a"), ("rules2/a", "rules", "../rules2/a"),
  ])
  func pathsAreAsTheFolderSeesThem(path: String, folder: String, expected: String) {
    #expect(ArticleKeys.path(path, from: folder, current: "/home/me") == expected)
  }

  @Test func keysTakeThePlaceOfIds() {
    let claims = [exactly("c1", 5, article: "articles/a"), exactly("c2", 6, article: "articles/b")]
    let elsewhere = [exactly("c1", 5, article: "../x/articles/a"), exactly("c2", 6, article: "../x/articles/b")]
    let keys = ArticleKeys(["../x/articles/a": "articles/a", "../x/articles/b": "articles/b"])
    let ids = FindingBuilder.findings(rules: [rule()], claims: claims, keys: ArticleKeys()).map(\.id)
    #expect(ids.count == 1)
    #expect(FindingBuilder.findings(rules: [rule()], claims: elsewhere, keys: keys).map(\.id) == ids)
    #expect(FindingBuilder.findings(rules: [rule()], claims: elsewhere, keys: ArticleKeys()).map(\.id) != ids)
  }
}

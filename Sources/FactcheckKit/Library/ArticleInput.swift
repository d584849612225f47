import Articles
import ICU

/// An article to be checked: a file, or a text that is at hand.
///
/// ```swift
/// let articles: [ArticleInput] = [
///   .file("articles/flood.en.md"),
///   .text("La riada dejó 62 muertos.", id: "wire", language: "es", day: Day("2024-10-29")),
/// ]
/// ```
public struct ArticleInput: Sendable {
  /// What reports call it; of a file its path, unless the file holds several articles.
  public var id: String
  /// What is known of it apart from its text; wins over what the text says of itself.
  public var metadata: ArticleMetadata
  var content: Content

  enum Content: Sendable, Equatable {
    case path(String)
    case text(String, ArticleFormat)
  }

  /// A file, a folder or a pattern, read when the run comes to it. A file may hold many articles.
  ///
  /// - Parameters:
  ///   - path: from the current folder. What cannot be read becomes a problem of the report.
  ///   - metadata: what the file does not say.
  public static func file(_ path: String, metadata: ArticleMetadata = ArticleMetadata()) -> ArticleInput {
    ArticleInput(id: path, metadata: metadata, content: .path(path))
  }

  /// A text in memory.
  ///
  /// - Parameters:
  ///   - text: an article; evidence points into it by lines, columns and code points.
  ///   - id: what reports call it; another one for each text.
  ///   - format: what the text is written in; as Markdown it may begin with a front matter.
  ///   - language: a BCP 47 tag; found from the text where nil.
  ///   - day: the day it was published, from which "Thursday" counts; looked for in the text where nil.
  ///   - title: its headline; looked for in the text where nil.
  public static func text(
    _ text: String, id: String, format: ArticleFormat = .text, language: String? = nil, day: Day? = nil,
    title: String? = nil
  ) -> ArticleInput {
    ArticleInput(
      id: id, metadata: ArticleMetadata(day: day, language: language, title: title), content: .text(text, format))
  }
}

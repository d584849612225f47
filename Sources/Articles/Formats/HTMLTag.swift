/// The elements that reading a page knows apart.
enum HTMLTag: String, Sendable, CaseIterable {
  /// Any other element, custom ones among them.
  case other
  /// A stretch of text.
  case text = "#text"

  case html, head, body, title, meta, link, base, script, style, template, noscript
  case main, article, section, nav, aside, header, footer, address, div, center, figure, figcaption, details, summary
  case dialog, hgroup, search, fieldset, legend, form, menu, dir
  case p, h1, h2, h3, h4, h5, h6, blockquote, pre, hr, br, wbr, listing, xmp
  case ul, ol, li, dl, dt, dd
  case table, caption, colgroup, col, thead, tbody, tfoot, tr, td, th
  case a, abbr, b, strong, i, em, span, font, small, big, sup, sub, q, cite, code, time, ruby, rb, rt, rp, rtc, ins, del
  case s, strike, mark, u, label, output, nobr, tt
  case img, picture, source, svg, math
  case annotation = "annotation"
  case iframe, object, embed, applet, canvas, audio, video
  case track, map, area, param, noembed, noframes
  case input, button, select, option, optgroup, datalist, textarea, keygen, progress, meter

  /// By its name as CHTML packs it.
  init(packed name: UInt64) { self = Self.byName[name] ?? .other }

  private static let byName: [UInt64: HTMLTag] = Dictionary(
    allCases.dropFirst(2).map { (HTMLAttribute.pack($0.rawValue), $0) }, uniquingKeysWith: { first, _ in first })

  /// Has no content and no end tag.
  var isVoid: Bool {
    switch self {
    case .meta, .link, .base, .hr, .br, .wbr, .col, .img, .source, .embed, .track, .area, .param, .input, .keygen: true
    default: false
    }
  }

  /// What may stand in a head.
  var isOfHead: Bool {
    switch self {
    case .title, .meta, .link, .base, .script, .style, .template, .noscript: true
    default: false
    }
  }

  /// Begins a line of its own, and ends an open paragraph.
  var isBlock: Bool {
    switch self {
    case .html, .body, .main, .article, .section, .nav, .aside, .header, .footer, .address, .div, .center, .figure,
      .figcaption, .details, .summary, .dialog, .hgroup, .search, .fieldset, .legend, .form, .menu, .dir, .p, .h1, .h2,
      .h3, .h4, .h5, .h6, .blockquote, .pre, .hr, .listing, .xmp, .ul, .ol, .li, .dl, .dt, .dd, .table, .caption,
      .thead, .tbody, .tfoot, .tr, .td, .th:
      true
    default: false
    }
  }

  /// A box, as against a paragraph of running text.
  var isLoose: Bool {
    switch self {
    case .div, .header, .footer, .section, .nav, .address, .aside, .main, .article: true
    default: false
    }
  }

  /// Takes part in a line.
  var isPiece: Bool {
    switch self {
    case .span, .a, .time, .small, .label: true
    default: false
    }
  }

  /// The level of a heading, 0 for anything else.
  var headingLevel: Int {
    switch self {
    case .h1: 1
    case .h2: 2
    case .h3: 3
    case .h4: 4
    case .h5: 5
    case .h6: 6
    default: 0
    }
  }

  /// Whatever lies in it is no text of the page.
  var isSilent: Bool {
    switch self {
    case .head, .script, .style, .template, .noscript, .iframe, .object, .embed, .applet, .canvas, .svg, .audio, .video,
      .map, .select, .datalist, .textarea, .button, .noembed, .noframes, .annotation, .rt, .rp, .rtc, .del, .s, .strike,
      .progress, .meter, .title, .colgroup, .option, .optgroup:
      true
    default: false
    }
  }

  /// Holds text alone: no tag but its own end counts in it.
  var isRawText: Bool {
    switch self {
    case .title, .textarea, .iframe, .noembed, .noframes, .xmp: true
    default: false
    }
  }

  /// What an open paragraph, list item or link is not looked for beyond.
  var isBoundary: Bool {
    switch self {
    case .html, .table, .td, .th, .caption, .template, .object, .button, .applet, .svg: true
    default: false
    }
  }
}

/// The attributes that reading a page asks for; the first eight letters of a name tell it from the others.
struct HTMLAttribute: Sendable {
  let name: String
  let packed: UInt64

  init(_ name: String) {
    self.name = name
    packed = Self.pack(name)
  }

  static let id = HTMLAttribute("id")
  static let `class` = HTMLAttribute("class")
  static let role = HTMLAttribute("role")
  static let itemprop = HTMLAttribute("itemprop")
  static let lang = HTMLAttribute("lang")
  static let xmlLang = HTMLAttribute("xml:lang")
  static let hidden = HTMLAttribute("hidden")
  static let ariaHidden = HTMLAttribute("aria-hidden")
  static let ariaLabel = HTMLAttribute("aria-label")
  static let style = HTMLAttribute("style")
  static let open = HTMLAttribute("open")
  static let href = HTMLAttribute("href")
  static let rel = HTMLAttribute("rel")
  static let type = HTMLAttribute("type")
  static let datetime = HTMLAttribute("datetime")
  static let pubdate = HTMLAttribute("pubdate")
  static let property = HTMLAttribute("property")
  static let metaName = HTMLAttribute("name")
  static let httpEquiv = HTMLAttribute("http-equiv")
  static let content = HTMLAttribute("content")
  static let scope = HTMLAttribute("scope")
  static let colspan = HTMLAttribute("colspan")
  static let rowspan = HTMLAttribute("rowspan")

  static func pack(_ name: String) -> UInt64 {
    var packed: UInt64 = 0
    var bytes = name.utf8.makeIterator()
    for _ in 0..<8 { packed = packed << 8 | UInt64(bytes.next() ?? 0) }
    return packed
  }
}

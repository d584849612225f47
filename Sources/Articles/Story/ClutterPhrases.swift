import ICU

/// The phrases by which a page's own words are told from the article's, for one language. A new phrase is a new string
/// here; case, accents and the shape of spaces and apostrophes do not matter. One that ends in `:` is meant only where a
/// colon follows it.
struct ClutterPhrases: Sendable {
  /// In a short line with a figure: how long the reading takes.
  var readingTime: [String] = []
  /// At the beginning of a line: buttons that pass the article on.
  var share: [String] = []
  /// At the beginning of a short line: here the readers' comments begin, and the article is over.
  var comments: [String] = []
  /// A whole line, with or without a count after it: the same.
  var commentHeads: [String] = []
  /// At the beginning of a line: another story is advertised.
  var teasers: [String] = []
  /// A whole line: other stories follow, and the article is over.
  var otherStories: [String] = []
  /// Anywhere in a short line: offers to readers.
  var subscription: [String] = []
  /// A whole line: buttons and labels.
  var navigation: [String] = []
  /// Anywhere in a short line: where the article was published first.
  var syndication: [String] = []
  /// At the beginning of a line: what a picture shows.
  var captions: [String] = []
  /// Words that introduce a byline's date or names.
  var byline: [String] = []
  /// Anywhere in a short paragraph: what a page says of its cookies.
  var consent: [String] = []

  /// The phrases of a language together with those of English, which stand on pages in any language, as they are
  /// matched.
  static func matching(_ language: String) -> ClutterPhrases {
    let primary = String(language.prefix { $0 != "-" })
    return folded[primary] ?? folded["en"] ?? ClutterPhrases()
  }

  static var everyLanguage: [String: ClutterPhrases] { folded }

  private static let folded: [String: ClutterPhrases] = {
    var all: [String: ClutterPhrases] = Self.all
    for (language, phrases) in ofPages {
      for key in keys { all[language, default: ClutterPhrases()][keyPath: key] += phrases[keyPath: key] }
    }
    let english = all["en"] ?? ClutterPhrases()
    return all.mapValues { phrases in
      var result = ClutterPhrases()
      for key in keys {
        result[keyPath: key] = (phrases[keyPath: key] + english[keyPath: key]).map { Folding.fold($0) }
      }
      return result
    }
  }()

  private static var keys: [WritableKeyPath<ClutterPhrases, [String]>] {
    [
      \.readingTime, \.share, \.comments, \.commentHeads, \.teasers, \.otherStories, \.subscription, \.navigation,
      \.syndication,
      \.captions, \.byline, \.consent,
    ]
  }

  static let all: [String: ClutterPhrases] = [
    "en": ClutterPhrases(
      readingTime: ["min read", "mins read", "minute read", "minutes read", "reading time", "read time"],
      share: [
        "share on ", "share |", "share this", "share via", "share:", "tweet this", "email this article",
        "print this article",
      ],
      comments: ["leave a comment", "leave a reply", "post a comment", "comments (", "join the conversation"],
      teasers: [
        "more:", "read more", "read also", "also read", "see also", "see more:", "related:", "watch:", "watch more",
        "don't miss", "editor's pick", "recommended:", "must read:",
      ],
      otherStories: [
        "related articles", "related stories", "related topics", "recommended for you", "more on this story",
        "you may also like", "most read", "most popular", "read next", "more from this section",
      ],
      subscription: ["subscribe to our newsletter", "sign up for our newsletter", "subscribe now", "cancel anytime"],
      navigation: [
        "previous slide", "next slide", "source link", "advertisement", "sponsored content", "skip to content",
        "click to enlarge", "giphy app key not set. please check settings", "download the app",
      ],
      syndication: ["appeared first on", "originally appeared on", "originally published on", "first published on"],
      captions: ["photo:", "image:", "picture:", "file photo:", "video:"],
      byline: [
        "by", "published", "posted", "updated", "last", "on", "at", "first", "date", "written", "issued", "created",
        "and",
        "modified", "am", "pm", "from", "in",
      ]),
    "fr": ClutterPhrases(
      readingTime: [
        "min de lecture", "mn de lecture", "minute de lecture", "minutes de lecture", "temps de lecture", "lecture :",
      ],
      share: [
        "partager sur", "partager |", "partager :", "partager l'article", "partager cet article", "envoyer cet article",
        "tweeter",
      ],
      comments: [
        "laisser un commentaire", "laissez un commentaire", "poster un commentaire", "ajouter un commentaire",
        "votre adresse e-mail ne sera pas", "commentaires (", "réagir à cet article",
      ],
      teasers: [
        "plus :", "lire aussi", "à lire aussi", "lire également", "à lire également", "lire la suite", "voir aussi",
        "à voir aussi", "à écouter", "pour aller plus loin", "sur le même sujet :", "en savoir plus",
      ],
      otherStories: [
        "recommandé pour vous", "articles recommandés", "sur le même sujet", "articles similaires", "à lire ensuite",
        "les plus lus", "nos derniers articles", "à la une", "dans la même rubrique",
      ],
      subscription: ["sans engagement", "abonnez-vous", "s'abonner", "inscrivez-vous à notre newsletter"],
      navigation: [
        "publicité", "diapositive précédente", "diapositive suivante", "télécharger l'application",
        "téléchargez l'application", "lien source", "aller au contenu",
      ],
      syndication: [
        "paru à l'origine sur", "est apparu en premier sur", "publié à l'origine sur", "paru en premier sur",
      ],
      captions: ["photo :", "légende :", "image :", "vidéo :"],
      byline: [
        "par", "publié", "publiée", "posté", "mis", "mise", "à", "jour", "le", "modifié", "écrit", "date", "dernière",
        "du",
        "et", "parution", "paru", "rédigé", "de", "heures", "h",
      ]),
    "de": ClutterPhrases(
      readingTime: ["min. lesezeit", "min lesezeit", "minuten lesezeit", "lesezeit", "lesedauer"],
      share: ["teilen auf", "artikel teilen", "auf facebook teilen", "auf twitter teilen", "per mail teilen"],
      comments: [
        "kommentar schreiben", "schreiben sie einen kommentar", "hinterlasse einen kommentar", "kommentare (",
      ],
      teasers: [
        "mehr:", "lesen sie auch", "lesen sie mehr", "auch interessant", "mehr zum thema:", "weiterlesen", "siehe auch",
      ],
      otherStories: ["mehr zum thema", "das könnte sie auch interessieren", "ähnliche artikel", "meistgelesen"],
      subscription: ["jetzt abonnieren", "newsletter abonnieren", "monatlich kündbar"],
      navigation: ["anzeige", "werbung", "zum inhalt springen", "vorherige folie", "nächste folie"],
      syndication: ["erschien zuerst auf", "zuerst erschienen auf", "zuerst veröffentlicht auf"],
      captions: ["foto:", "bild:", "fotos:", "video:"],
      byline: [
        "von", "veröffentlicht", "aktualisiert", "stand", "am", "um", "uhr", "erschienen", "zuletzt", "datum", "den",
        "der",
        "und",
      ]),
    "es": ClutterPhrases(
      readingTime: ["min de lectura", "minutos de lectura", "tiempo de lectura", "lectura de"],
      share: ["compartir en", "compartir:", "comparte esta", "compartir esta", "enviar por correo"],
      comments: ["deja un comentario", "dejar un comentario", "deja una respuesta", "comentarios ("],
      teasers: [
        "más:", "lea también", "lee también", "leer más", "le puede interesar", "te puede interesar", "ver también",
      ],
      otherStories: ["noticias relacionadas", "artículos relacionados", "más sobre este tema", "lo más leído"],
      subscription: ["suscríbete", "suscríbase", "sin compromiso"],
      navigation: ["publicidad", "saltar al contenido", "diapositiva anterior", "diapositiva siguiente"],
      syndication: ["apareció primero en", "publicado originalmente en"],
      captions: ["foto:", "imagen:", "fotografía:", "vídeo:", "video:"],
      byline: [
        "por", "publicado", "actualizado", "el", "a", "las", "última", "actualización", "fecha", "de", "del", "y",
        "escrito",
      ]),
    "it": ClutterPhrases(
      readingTime: ["min di lettura", "minuti di lettura", "tempo di lettura"], share: ["condividi su", "condividi:"],
      comments: ["lascia un commento"], teasers: ["leggi anche", "leggi tutto", "vedi anche"],
      otherStories: ["articoli correlati", "potrebbe interessarti"], subscription: ["iscriviti alla newsletter"],
      navigation: ["pubblicità"], captions: ["foto:", "immagine:"],
      byline: ["di", "pubblicato", "aggiornato", "il", "alle", "ore", "ultimo", "aggiornamento", "del", "e"]),
    "pt": ClutterPhrases(
      readingTime: ["min de leitura", "minutos de leitura", "tempo de leitura"],
      share: ["compartilhar no", "partilhar"],
      comments: ["deixe um comentário", "deixe uma resposta"], teasers: ["leia também", "leia mais", "veja também"],
      otherStories: ["artigos relacionados", "notícias relacionadas"], subscription: ["assine já"],
      navigation: ["publicidade"], captions: ["foto:", "imagem:"],
      byline: ["por", "publicado", "atualizado", "em", "às", "de", "última", "atualização", "e"]),
    "nl": ClutterPhrases(
      readingTime: ["min. leestijd", "minuten leestijd", "leestijd"], share: ["delen op", "deel dit"],
      comments: ["laat een reactie achter", "reageer"], teasers: ["lees ook", "lees meer", "bekijk ook"],
      otherStories: ["gerelateerde artikelen", "meest gelezen"], navigation: ["advertentie"],
      captions: ["foto:", "beeld:"],
      byline: ["door", "gepubliceerd", "bijgewerkt", "op", "om", "uur", "laatst", "en"]),
    "ru": ClutterPhrases(
      readingTime: ["мин чтения", "мин. чтения", "минут чтения", "минуты чтения", "время чтения"],
      share: ["поделиться"], comments: ["оставить комментарий", "добавить комментарий", "комментарии ("],
      teasers: ["читайте также", "читать далее", "смотрите также", "подробнее:"],
      otherStories: ["похожие статьи", "материалы по теме", "самое читаемое"], navigation: ["реклама"],
      captions: ["фото:", "видео:"],
      byline: ["опубликовано", "обновлено", "автор", "дата", "в", "от", "г", "года", "и"]),
    "ar": ClutterPhrases(
      readingTime: ["دقيقة قراءة", "دقائق قراءة", "دقائق للقراءة", "وقت القراءة", "مدة القراءة"],
      share: ["شارك على", "مشاركة على", "شارك المقال"], comments: ["اترك تعليقا", "أضف تعليقا", "اترك ردا"],
      teasers: ["اقرأ أيضا", "اقرأ المزيد", "إقرأ أيضا", "شاهد أيضا", "المزيد:"],
      otherStories: ["مواضيع ذات صلة", "مقالات ذات صلة", "الأكثر قراءة", "قد يعجبك أيضا"], navigation: ["إعلان"],
      captions: ["صورة:", "الصورة:"],
      byline: ["نشر", "نشرت", "في", "تاريخ", "النشر", "بتاريخ", "آخر", "تحديث", "بقلم", "الساعة", "كتب", "يوم"]),
    "zh": ClutterPhrases(
      readingTime: ["分钟阅读", "阅读时间", "阅读时长", "分鐘閱讀", "閱讀時間"], share: ["分享到", "分享至", "转发到"],
      comments: ["发表评论", "发表回复", "留下评论", "發表評論", "發表留言"],
      teasers: ["延伸阅读", "相关阅读", "更多:", "阅读更多", "延伸閱讀", "相關閱讀"],
      otherStories: ["相关新闻", "相关文章", "推荐阅读", "猜你喜欢", "相關新聞", "相關文章"], navigation: ["广告", "廣告"],
      captions: ["图:", "图片:", "图片来源:", "圖:", "圖片:"],
      byline: ["来源", "作者", "发布", "发布时间", "更新", "日期", "时间", "来自", "發布", "時間", "來源"]),
  ]
}

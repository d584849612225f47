/// What the names of classes and ids say of the part of a page that bears them: weak evidence, for a name means what its
/// author wanted. Names in several languages, as the templates of papers have them.
enum PageHints {
  enum Hint {
    /// No part of a story, unless most of the page's text stands in it.
    case out(LeftOut.Reason)
    /// The same, but only where it holds links: the word is used for beginnings of stories, too.
    case outWithLinks(LeftOut.Reason)
    case caption
  }

  private static let words: [(hint: Hint, words: String)] = [
    (
      .out(.navigation),
      """
      nav navbar navigation mainnav subnav topnav navi menu submenu megamenu mainmenu breadcrumb breadcrumbs brotkrumen \
      filariane ariane migas migalhas briciole kruimelpad okruszki drobky skiplink skiplinks skipnav pagination pager \
      paginacion paginierung topbar toolbar masthead sitefooter sitefoot pagefooter footer footnav fusszeile kopfzeile \
      piedpage piepagina rodape rodapie pieddepage colophon copyright searchbox searchform langswitch languageswitcher \
      hamburger offcanvas drawer backtotop
      """
    ),
    (
      .out(.consent),
      """
      cookie cookies cookiebar cookiebanner cookieconsent cookienotice cookielaw consent gdpr rgpd dsgvo lgpd kvkk cmp \
      onetrust didomi usercentrics quantcast sourcepoint cookiebot ezcookie cerez ciasteczka
      """
    ),
    (
      .out(.share),
      """
      share shares sharing sharebar sharebox sharebuttons sharetools sharelinks socialshare socialmedia social socials \
      sociallinks socialbar addtoany addthis sharethis jssocials sharedaddy partage partager partages reseauxsociaux \
      teilen shariff compartir compartilhar compartilhe condividi condivisione delen dela udostepnij sdilet sdileni paylas \
      paylasim bagikan podelitsya ya-share followus seguici suivez
      """
    ),
    (
      .out(.advertisement),
      """
      ad ads advert adverts advertisement advertising advertorial adsbygoogle adslot adunit adwrapper adcontainer adbox \
      adzone admanager dfp gpt banner-ad sponsored sponsor werbung anzeige anzeigen publicite pub-inread publicidad \
      publicidade pubblicita advertentie reklama reklamy reklam iklan annons taboola outbrain plista revcontent mgid \
      zergnet adblock
      """
    ),
    (
      .out(.subscription),
      """
      newsletter newsletters nlsignup signup subscribe subscription subscribebox abo-box abobox abonnement abonnez \
      abonnieren inscription suscripcion suscribete assine iscriviti nieuwsbrief boletin boletim biulletyn bulten \
      rassylka donate donation donatebox spenden mailinglist emailsignup appdownload apppromo getapp
      """
    ),
    (
      .out(.comments),
      """
      comment comments commentlist commentform commentsection commentarea commentsbox comment-list comment-respond respond disqus \
      disqusthread livefyre kommentare kommentarer kommentar leserkommentare commentaires reactions comentarios \
      commenti reacties komentarze komentare komentari kommentarii komentar yorumlar yorum opinioes talkback leserbriefe
      """
    ),
    (
      .outWithLinks(.teaser),
      """
      related relateds relatedposts relatedarticles relatedcontent relatedlinks relatedstories relatednews relatedbox \
      morestories morenews moreon readmore readalso readnext seealso alsoread upnext nextup recirc recirculation \
      recommended recommendation recommendations recommends recommend recos youmaylike mostread mostpopular mostviewed \
      popular popularposts trending trends toplists toplist latest latestnews teaser teasers teaserlist promo promos \
      promobox crosslink crosslinks crosspromo inread inlinks linkbox linklist carousel sidebar rightrail rightcol railright \
      widgetarea lireaussi alire alireaussi plusd article-associe associes memesujet surlememesujet similaires similar \
      lespluslus verwandt verwandte weiterlesen mehrzumthema auchinteressant meistgelesen aehnliche \
      relacionados relacionadas relacionada relacionado noticiasrelacionadas teinteresa leatambien leiatambem leiamais maislidas \
      veja correlati correlate leggianche piuletti gerelateerd leesook meestgelezen relaterat relaterade lasmer mestlast \
      powiazane czytajtez czytajtakze zobacztez najczesciejczytane souvisejici ctetetake nejctenejsi pohozhie \
      chitayte chitaytetakzhe materialypoteme pov-yazani chytaytetakozh ilgili ilgilihaberler encokokunan bacajuga terkait \
      beritaterkait terpopuler xiangguan kanren osusume ranking recommendlist
      """
    ),
    (
      .outWithLinks(.tags),
      """
      tags taglist tagcloud posttags articletags entrytags tagslinks keywords topics topiclist themen schlagworte \
      schlagwoerter motscles etiquetas etiquettes palabrasclave tagi stitky etiketler tegi categories catlinks
      """
    ),
    (
      .out(.author),
      """
      authorbox authorbio authorinfo authorcard aboutauthor aboutheauthor bioauthor bio autorenbox autorbox autorinfo \
      acercadelautor sobreoautor authorprofile contributors
      """
    ),
    (
      .out(.byline),
      """
      byline bylines dateline posted-on postedon postmeta entrymeta articlemeta metadata publishdate pubdate publishedon \
      datepublished timestamp authorname author-name autor signature auteur fecha datum firma
      """
    ),
    (.out(.readingTime), "readingtime readtime lesezeit tempsdelecture tiempolectura minread"),
    (
      .caption,
      """
      caption captions figcaption wpcaptiontext imagecaption photocaption imgcaption bildunterschrift bildtext legende \
      didascalia piedefoto leyenda legenda photocredit imagecredit bildnachweis credit credits creditline
      """
    ),
  ]

  private static let table: [UInt64: Hint] = {
    var table: [UInt64: Hint] = [:]
    for entry in words {
      for word in entry.words.split(separator: " ") {
        table[hash(word.utf8.filter { $0 != UInt8(ascii: "-") })] = entry.hint
      }
    }
    return table
  }()

  /// State, and not a name: what stands after it is not what the element is.
  private static let negators: Set<UInt64> = Set(
    ["no", "has", "with", "without", "is", "not", "hide", "js"].map {
      hash(Array($0.utf8))
    })

  private static func hash(_ bytes: some Sequence<UInt8>) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    return hash
  }

  /// The first word in a class or id, or two words beside each other, that means something.
  ///
  /// Words end at signs and where small letters meet capitals: `post-related`, `relatedPosts`, `related_posts`.
  static func hint(in value: ArraySlice<UInt8>) -> Hint? {
    var found: Hint?
    for name in value.split(whereSeparator: { $0 <= 0x20 }) where name.count <= 60 {
      if let hint = hint(ofName: name) {
        // A caption, say, may still be one of a teaser.
        if case .caption = hint { found = found ?? hint } else { return hint }
      }
    }
    return found
  }

  private static func hint(ofName name: ArraySlice<UInt8>) -> Hint? {
    let seed: UInt64 = 0xCBF2_9CE4_8422_2325
    var found: Hint?
    /// Of the word that is being read, of it with the word before, and of the whole name.
    var word = seed
    var pair = seed
    var previous = seed
    var whole = seed
    var length = 0
    var isNegated = false
    func close() {
      guard length > 0 else { return }
      if !isNegated, found == nil { found = table[word] ?? (pair != seed ? table[pair] : nil) }
      isNegated = negators.contains(word)
      previous = word
      pair = previous
      word = seed
      length = 0
    }
    var last: UInt8 = 0
    for byte in name {
      let isCapital = (0x41...0x5A).contains(byte)
      let isLetter = isCapital || (0x61...0x7A).contains(byte) || byte >= 0x80
      if !isLetter || (isCapital && (0x61...0x7A).contains(last)) { close() }
      last = byte
      guard isLetter else { continue }
      let plain = UInt64(isCapital ? byte | 0x20 : byte)
      word = (word ^ plain) &* 0x100_0000_01B3
      if pair != seed { pair = (pair ^ plain) &* 0x100_0000_01B3 }
      whole = (whole ^ plain) &* 0x100_0000_01B3
      length += 1
    }
    close()
    if let found { return found }
    return isNegated ? nil : table[whole]
  }
}

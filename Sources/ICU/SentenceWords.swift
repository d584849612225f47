/// What a language's full stops need to be told: our own lists, in lower case and without the full stop, but `starters`,
/// which are as a sentence begins with them.
struct SentenceWords: Sendable {
  enum Ordinals: Sendable {
    case none
    /// "3. oktober"
    case beforeMonths
    /// And "2. Weltkrieg": nouns have capitals, or ordinals stand before names.
    case beforeAnything
  }

  /// A name always follows.
  var titles: Set<String>
  /// Mostly inside a sentence; at its end only before one of `starters`.
  var abbreviations: Set<String>
  /// Inside a sentence before a figure, else words of their own: "No. 5".
  var beforeNumbers: Set<String>
  /// Words with which a sentence may well end, though CLDR lists them.
  var ordinary: Set<String>
  /// Words that begin sentences, and hardly ever names.
  var starters: Set<String>
  var ordinals: Ordinals

  init(
    titles: String = "", abbreviations: String = "", beforeNumbers: String = "", ordinary: String = "",
    starters: String = "", ordinals: Ordinals = .none
  ) {
    func set(_ words: String) -> Set<String> { Set(words.split(separator: " ").map(String.init)) }
    self.titles = set(titles)
    self.abbreviations = set(abbreviations)
    self.beforeNumbers = set(beforeNumbers)
    self.ordinary = set(ordinary)
    self.starters = set(starters)
    self.ordinals = ordinals
  }

  static let all: [String: SentenceWords] = [
    "en": SentenceWords(
      titles: """
        mr mrs ms messrs dr prof gen lt col maj capt cpl sgt pvt adm cmdr brig sen sens rep reps gov rev hon ste supt insp \
        amb atty
        """,
      abbreviations: "st mt ft vs inc corp co ltd jr sr etc assn bros dept univ ave blvd approx cf ed eds est al",
      beforeNumbers: "no nos fig figs p pp vol art sec ch para ca c approx sept",
      ordinary: """
        by in to or up job act link long hat card cap ok on do is go as all joe pro id mart jam org mar cont alt min def \
        comm lib ex sq lev var pc ab aa dc vs
        """,
      starters: """
        The A An He She It They We I You This That These Those But And In On At For From After Before As If When While \
        Since However Meanwhile There Here His Her Its Their Our My Not No Yes So Then By With Of To Or What Who Why How \
        Some Many Most More Both Last According Although Also Now Another Other
        """),
    "fr": SentenceWords(
      titles: "m mm mme mmes mlle mlles me dr drs pr prof mgr st ste sts stes gal gén cdt col lt cne",
      abbreviations: "etc cf ex av apr bd env hab dép",
      beforeNumbers: "n no nº n° nos p pp art chap vol fig t env al janv févr avr juil sept oct nov déc",
      ordinary: "dc all mer mar jeu sam cam dir fig niv op c",
      starters: """
        Le La Les Il Elle Ils Elles Un Une Des Ce Cette Ces Mais Et Pour Dans En Au Aux On Nous Vous Je À Selon Après \
        Avant Depuis Si Son Sa Ses Leur Leurs Cependant Toutefois Ainsi Car Or Alors Quand Lorsque Pourtant Enfin Par \
        Sur Sous Avec Sans Plus Pas Qui Que Comme De Du Cela Ça
        """),
    "de": SentenceWords(
      titles: "hr hrn fr frl dr prof st ing dipl gen",
      abbreviations: """
        bzw usw etc ca ggf evtl inkl exkl z b d h u a v n chr bspw sog mio mrd tsd str geb gest ehem vgl mind max nr abs art
        """,
      beforeNumbers: "nr abs art s bd kap ziff abb tab ca rd",
      ordinary: "test pin max port alt best ben chin led am temp mod ber",
      starters: """
        Der Die Das Den Dem Des Ein Eine Einen Einem Einer Er Sie Es Wir Ich Ihr Man In Im Am An Auf Aus Bei Beim Bis Mit \
        Nach Seit Von Vom Vor Zu Zum Zur Aber Auch Und Oder Doch Dabei Damit Danach Dann Dort Da Denn Diese Dieser Dieses \
        Diesen Für Gegen Hier Ist Jetzt Laut Nun Nur Schon So Trotz Um Unter Während Wann Warum Was Weil Wenn Wer Wie Wo \
        Zudem Allerdings Jedoch Insgesamt Über Sein Seine Ihre Als Alle Nicht Noch Sind Hat War Wird
        """, ordinals: .beforeAnything),
    "es": SentenceWords(
      titles: "sr sra srta sres sras dr dra drs d dña gral gen cnel tte lic ing prof mons excmo excma sto sta ud uds",
      abbreviations: "ee uu etc cía inc aprox",
      beforeNumbers: "núm n nº pág págs art vol cap fig aprox p",
      ordinary: "sol kit ram bien dc all ca sa rol fabric ant korn col cap may mar da seg aa bol",
      starters: """
        El La Los Las Un Una Unos Unas Él Ella Ellos Ellas En Por Para Con Sin Pero Y O Si No Se Su Sus Al Del De Como \
        Cuando Desde Hasta Según Tras Este Esta Estos Estas Ese Esa Esto Eso Hay Ya También Además Aunque Mientras Lo Le \
        Les Que Es
        """),
    "it": SentenceWords(
      titles: "sig sigg dott prof on avv ing arch gen col cap ten s ss mons",
      abbreviations: "ecc etc ca",
      beforeNumbers: "n nn pag pagg art fig vol cap p ca",
      ordinary: "all int ver ag dc tab liv mod",
      starters: """
        Il Lo La I Gli Le Un Uno Una Ma E O In Nel Nella Per Con Su Da Di Del Della Al Alla Se Non Si È Che Chi Come \
        Quando Dopo Prima Secondo Questo Questa Questi Queste Lui Lei Loro
        """),
    "pt": SentenceWords(
      titles: "sr sra srs sras dr dra drs dras prof profa exmo exma gen cel ten pe sto sta eng d",
      abbreviations: "etc cia ltda aprox",
      beforeNumbers: "n nº núm pág p art fig vol cap aprox",
      ordinary: """
        com mar pal out set fem port mov long lit sup res des end cat cont gram rod prod org lin l e s r pol fil ind hist \
        obs dir ex fr mat sec rel rep
        """,
      starters: """
        O A Os As Um Uma Ele Ela Eles Elas Em No Na Nos Nas Por Para Com Sem Mas E Ou Se Não De Do Da Dos Das Ao Como \
        Quando Desde Até Segundo Após Este Esta Isso Há Já Também Além Embora Que É Seu Sua
        """),
    "nl": SentenceWords(
      titles: "dhr mevr mr mw drs dr prof ir ing gen kol st ds", abbreviations: "bijv etc resp ca",
      beforeNumbers: "nr blz art p ca",
      starters: "De Het Een Hij Zij Ze We Wij Ik Dat Dit Deze Die Maar En In Op Van Voor Met Na Bij Als Er Ook Volgens"),
    "ru": SentenceWords(
      titles: "им ул просп пл проф акад ген полк тов св гр обл пос г-н г-жа",
      abbreviations: "г гг долл руб тыс млн млрд см напр т е д кв стр рис гл ст чел",
      beforeNumbers: "стр рис гл ст п пп тел",
      starters: """
        В Во Он Она Они Оно Мы Я Вы Это Эти Этот Эта И Но А На По С Со За Из К Ко О Об От До Для При Как Что Если Когда Так \
        Также Однако Кроме После Перед Не Ранее Там Тогда Его Её Ее Их По У Под Над Все Всего
        """),
    "uk": SentenceWords(
      titles: "ім вул просп пл проф акад ген св обл", abbreviations: "р рр грн тис млн млрд див напр т м кв стор",
      beforeNumbers: "стор рис ст п тел",
      starters:
        "У В Він Вона Вони Воно Ми Я Це Ці І Й Але А На По З Із За До Для При Як Що Якщо Коли Так Також Однак Не"),
    "pl": SentenceWords(
      titles: "dr prof gen płk ppłk mjr kpt por inż mgr ks św ul al im pl",
      abbreviations: "tzw tzn np m.in ok tys mln mld",
      beforeNumbers: "nr str ok godz art ust pkt", ordinals: .beforeMonths),
    "cs": SentenceWords(
      titles: "dr prof ing mgr gen plk sv ul", abbreviations: "tzv např tj mil tis", beforeNumbers: "č s str čl odst",
      ordinals: .beforeMonths),
    "sk": SentenceWords(
      titles: "dr prof ing mgr gen plk sv ul", abbreviations: "tzv napr tj mil tis", beforeNumbers: "č s str čl ods",
      ordinals: .beforeMonths),
    "sv": SentenceWords(titles: "dr prof st", abbreviations: "ca bl.a t.ex", beforeNumbers: "nr ca kl s sid art"),
    "da": SentenceWords(
      titles: "dr prof hr fr skt", abbreviations: "ca bl.a f.eks mio mia", beforeNumbers: "nr ca kl s art",
      ordinals: .beforeMonths),
    "nb": SentenceWords(
      titles: "dr prof hr st", abbreviations: "ca bl.a f.eks mill mrd", beforeNumbers: "nr ca kl s art",
      ordinals: .beforeMonths),
    "no": SentenceWords(
      titles: "dr prof hr st", abbreviations: "ca bl.a f.eks mill mrd", beforeNumbers: "nr ca kl s art",
      ordinals: .beforeMonths),
    "fi": SentenceWords(
      titles: "tri prof", abbreviations: "esim ks n milj mrd", beforeNumbers: "n klo s", ordinals: .beforeMonths),
    "hu": SentenceWords(
      titles: "dr prof ifj id gen", abbreviations: "kb pl ill stb", beforeNumbers: "kb", ordinals: .beforeMonths),
    "tr": SentenceWords(
      titles: "dr prof doç av sn gen alb org yrd", abbreviations: "vb vs yy", beforeNumbers: "no md s",
      starters: "Bu Bir O Ve Ama Ancak Ayrıca Bunun Daha Her En Son", ordinals: .beforeAnything),
    "ro": SentenceWords(
      titles: "dr prof dl dna gen sf str", abbreviations: "etc aprox mil mld", beforeNumbers: "nr art p pag"),
    "el": SentenceWords(
      titles: "κα κκ δρ αρ στρ καθ αγ", abbreviations: "κ π.χ δηλ κ.λπ εκ δισ", beforeNumbers: "αρ σελ άρθ"),
    "hi": SentenceWords(titles: "डॉ श्री प्रो पं कु मो सु ले जन", abbreviations: "रु कि.मी"),
    "id": SentenceWords(titles: "dr drs ir tn ny prof", abbreviations: "dll dsb", beforeNumbers: "no hlm rp"),
    "vi": SentenceWords(titles: "tp ths ts gs pgs bs ông", beforeNumbers: "tr"),
  ]
}

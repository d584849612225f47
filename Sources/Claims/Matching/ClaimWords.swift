import Languages

/// What a word does in a clause, as far as tying numbers to what they count needs to know.
struct WordClass: OptionSet, Sendable {
  var rawValue: UInt64

  static let article = WordClass(rawValue: 1 << 0)
  /// Joins a noun to the one before it: of, de, von.
  static let link = WordClass(rawValue: 1 << 1)
  /// What follows is neither subject nor object: in, by, pendant.
  static let oblique = WordClass(rawValue: 1 << 2)
  /// Leads to an object behind a phrase of several words: (coûté la vie) à.
  static let dative = WordClass(rawValue: 1 << 3)
  static let coordinator = WordClass(rawValue: 1 << 4)
  /// Begins a clause: while, que.
  static let joiner = WordClass(rawValue: 1 << 5)
  /// Begins a clause about the noun before it: who, qui.
  static let relative = WordClass(rawValue: 1 << 6)
  /// A finite or helping verb that says nothing by itself: was, ont, wurden.
  static let auxiliary = WordClass(rawValue: 1 << 7)
  static let negator = WordClass(rawValue: 1 << 8)
  static let pronoun = WordClass(rawValue: 1 << 9)
  static let adverb = WordClass(rawValue: 1 << 10)
  /// Says that a part follows: including, dont, darunter.
  static let part = WordClass(rawValue: 1 << 11)
  /// Before or after a number that says how many more.
  static let moreBefore = WordClass(rawValue: 1 << 12)
  static let moreAfter = WordClass(rawValue: 1 << 13)
  /// Makes a number a rate: per day.
  static let rate = WordClass(rawValue: 1 << 14)
  static let asOf = WordClass(rawValue: 1 << 15)
  /// What is not done yet: will, must, to.
  static let unfinished = WordClass(rawValue: 1 << 16)
  /// Helps a verb to its perfect: has, a, hat.
  static let perfect = WordClass(rawValue: 1 << 17)
  /// Done, as it stands: over, 已.
  static let finished = WordClass(rawValue: 1 << 18)
  /// Verbs between a label and its figure: reached, stands at.
  static let measuring = WordClass(rawValue: 1 << 19)
  /// Adjectives before the noun in languages where most follow it.
  static let prenominal = WordClass(rawValue: 1 << 20)
  /// Plurals and collectives that do not look it: people, men.
  static let plural = WordClass(rawValue: 1 << 21)
  /// Stands between a number and its noun: 名, 명.
  static let classifier = WordClass(rawValue: 1 << 22)

  /// Before a number that picks one out and counts nothing: 这一天.
  static let determiner = WordClass(rawValue: 1 << 23)

  /// Says that somebody says so: annoncé, said.
  static let reporting = WordClass(rawValue: 1 << 24)
  /// Makes the subject what something is done to: was, été.
  static let passive = WordClass(rawValue: 1 << 25)
  /// A part of a day or week, whose date is that of the clause: (the night) of 8 January.
  static let dayPart = WordClass(rawValue: 1 << 26)
  /// Leads from a part to its whole: (27 deputies) out of (575).
  static let outOf = WordClass(rawValue: 1 << 27)
  /// Between what was and what is: (from 66) to (61).
  static let toward = WordClass(rawValue: 1 << 28)
  /// Before what was: (rose) from (66 to 61).
  static let from = WordClass(rawValue: 1 << 29)
  /// A link that holds its article: dos, delle, des.
  static let contracted = WordClass(rawValue: 1 << 30)
  /// Before what something is held against: down from (66), compared with.
  static let compared = WordClass(rawValue: 1 << 33)
  /// Says that what follows is counted: the number of, the toll of.
  static let numberNoun = WordClass(rawValue: 1 << 31)
  /// What other things are counted in: (a lead of 42,000) votes.
  static let measureNoun = WordClass(rawValue: 1 << 32)
  /// Behind a figure that somebody gives: (auf 300) geschätzt, (mit 300) an.
  static let figured = WordClass(rawValue: 1 << 35)
  /// Says whose: of a subject's own things nobody else does anything.
  static let possessive = WordClass(rawValue: 1 << 34)

  /// Leads from a whole to one of its parts: among (the 27 dead).
  static let among = WordClass(rawValue: 1 << 40)
  /// Opens an aside that says whose word it is: ", according to the police, …".
  static let aside = WordClass(rawValue: 1 << 41)
  /// Another place than the one spoken of: in the neighbouring (region).
  static let elsewhere = WordClass(rawValue: 1 << 43)

  /// Begins a clause about a noun, where one stands before it: Ukrainian що.
  static let relativeBehindNoun = WordClass(rawValue: 1 << 44)
  /// A noun that ends as verbs do.
  static let noun = WordClass(rawValue: 1 << 46)
  /// A verb that is negated by what is written onto it; found by the term without.
  static let negatedForm = WordClass(rawValue: 1 << 45)
  // Of languages that mark what a phrase does behind it, and of Chinese.

  /// Behind what is neither subject nor object: (学校)で.
  static let postposition = WordClass(rawValue: 1 << 48)
  /// Behind an object: を.
  static let objectMark = WordClass(rawValue: 1 << 49)
  /// Behind a number that is said of what stands before it: (12人)だった, (12人)に上る.
  static let copula = WordClass(rawValue: 1 << 50)
  /// Behind a place or time that holds for the whole sentence: (青木村)では.
  static let frame = WordClass(rawValue: 1 << 51)
  /// Leads from a whole to its part: (98議席)のうち.
  static let partitive = WordClass(rawValue: 1 << 52)
  /// Counts people, and no places: 名.
  static let personCounter = WordClass(rawValue: 1 << 53)
  /// More than the figure, and less than one more of its last place: 5400余.
  static let odd = WordClass(rawValue: 1 << 54)
  /// Makes somebody suffer what follows the number: 造成(41人死亡).
  static let causative = WordClass(rawValue: 1 << 55)
  /// What was meant to be, and is no longer: 原定.
  static let formerly = WordClass(rawValue: 1 << 56)
  /// The noun behind it is a whole of which parts are counted: (3 children) among (the dead).
  static let amongWhole = WordClass(rawValue: 1 << 57)
  /// Makes the noun before it where, when or by whom, or the whole of what is counted: में, से.
  static let obliqueMark = WordClass(rawValue: 1 << 58)
  /// "And" is written onto the word.
  static let joined = WordClass(rawValue: 1 << 59)

  /// Says nothing by itself: no form of a term but the term itself.
  static let functionWord: WordClass = [
    .article, .link, .oblique, .dative, .coordinator, .joiner, .relative, .negator, .pronoun,
  ]

  /// Whatever ends a run of nouns and adjectives.
  static let boundary: WordClass = [
    .article, .link, .oblique, .dative, .coordinator, .joiner, .relative, .auxiliary, .negator, .pronoun, .adverb,
    .part, .rate, .asOf, .unfinished, .perfect, .finished, .measuring, .moreAfter,
  ]

  /// The lists of the theme file, and what they say of their words.
  static let lists: [(name: String, classes: WordClass)] = [
    ("articles", .article), ("links", .link), ("obliques", .oblique), ("datives", .dative),
    ("coordinators", .coordinator), ("joiners", .joiner), ("relatives", [.joiner, .relative]),
    ("auxiliaries", .auxiliary), ("negators", .negator), ("pronouns", .pronoun), ("adverbs", .adverb),
    ("parts", .part), ("more before", .moreBefore), ("more after", .moreAfter), ("rates", .rate), ("as of", .asOf),
    ("unfinished", .unfinished), ("perfect", [.perfect, .auxiliary]), ("finished", .finished),
    ("measuring", .measuring), ("prenominal", .prenominal), ("plurals", .plural), ("classifiers", .classifier),
    ("day parts", .dayPart), ("determiners", .determiner), ("reporting", .reporting),
    ("passive", [.passive, .auxiliary]), ("out of", .outOf), ("toward", .toward), ("from", .from),
    ("contracted", .contracted), ("compared", .compared), ("number nouns", .numberNoun),
    ("measure nouns", .measureNoun), ("figured", .figured), ("possessives", .possessive),
    ("among", .among), ("asides", .aside), ("elsewhere", .elsewhere),
    ("relatives behind nouns", .relativeBehindNoun),
    ("nouns", .noun),
    ("postpositions", .postposition), ("object marks", .objectMark), ("copulas", .copula), ("frames", .frame),
    ("partitives", .partitive), ("person counters", .personCounter), ("odd", .odd), ("causatives", .causative),
    ("formerly", .formerly), ("plain words", []),
    ("among wholes", [.amongWhole, .oblique]), ("oblique marks", .obliqueMark),
  ]
}

/// What the stage knows of a language's clauses, from the theme file `clauses.yaml`.
struct ClaimWords: Sendable {
  /// Where the counted noun stands.
  enum Order: String, Sendable {
    /// The noun follows the number, adjectives follow the noun: French, Arabic.
    case nounFirst = "noun first"
    /// Adjectives stand between, and the noun is the first plural: English.
    case plural
    /// Adjectives stand between, and the noun is the first capital: German.
    case capital
    /// Adjectives stand between: Russian, Turkish, and whatever is not known.
    case nounLast = "noun last"
    /// Words stand without spaces: Chinese.
    case unspaced
  }

  var order = Order.nounLast
  /// The participle ends the clause, its helping verb stands before the number: German.
  var isVerbFinal = false
  /// The verb begins the clause: Arabic.
  var isVerbFirst = false
  /// Prepositions, as the lists have them.
  var obliques: Set<String> = []
  /// The verb ends the clause: Turkish, Hindi, Persian.
  var isVerbLast = false
  /// What links a number to a noun behind it leads to its whole: "12 من القتلى".
  var hasPartitiveLinks = false
  /// "And", as it is written onto the next word.
  var joinedPrefixes: [String] = []
  /// Articles that are written onto their noun, in folded UTF-8; and "of the", as it is written onto a whole.
  var definitePrefixes: [[UInt8]] = []
  var partitivePrefixes: [[UInt8]] = []
  /// Endings, in folded UTF-8, of a whole whose part stands behind it: "ölenlerin 9'u".
  var wholeEndings: [[UInt8]] = []
  /// What is written behind a figure that a change began with: 95'ten.
  var fromEndings: [[UInt8]] = []
  /// And where it ended: 118'e.
  var towardEndings: [[UInt8]] = []
  /// Parts of a word may stand apart: fa.
  var hasHalfSpaces = false
  /// A noun of number leads to the next figure of its clause, whatever stands between.
  var hasLeadingNumberNouns = false
  /// Adjectives behind a noun may be its predicate: "12 orang tewas".
  var hasBarePredicates = false
  /// Phrases and what they say, in the order of the lists.
  var phrases: [(phrase: String, classes: WordClass)] = []
  /// Short forms before an apostrophe, by the hash of the full word: `de` is `d`.
  var elisions: [UInt64: UInt64] = [:]
  /// Endings, in folded UTF-8, of verb forms that say that nothing has happened yet, and that it has.
  var unfinishedEndings: [[UInt8]] = []
  var finishedEndings: [[UInt8]] = []
  var adverbEndings: [[UInt8]] = []
  var participleEndings: [[UInt8]] = []
  /// Of what may stand between a number and its noun, and of finite verbs, where nouns take any ending.
  var adjectiveEndings: [[UInt8]] = []
  var verbEndings: [[UInt8]] = []
  /// Of nouns that end as verbs do.
  var nounEndings: [[UInt8]] = []
  /// Of short participles, where a noun might end so as well.
  var predicateEndings: [[UInt8]] = []
  /// Of nouns and adjectives that belong to the noun before them.
  var genitiveEndings: [[UInt8]] = []
  /// Endings, and not the order of words, tell what belongs to what, and commas enclose every clause.
  var hasCaseEndings: Bool { hasFreeOrder && !genitiveEndings.isEmpty }
  /// Written onto a verb, it negates it: Czech `ne`.
  var negativePrefix: String?
  /// A noun belongs to the one before it without a word between: "гибель 12 шахтёров".
  var hasGenitive = false
  /// Participles and verbs stand before what they are said of: "Ранено было 14 солдат".
  var hasFreeOrder = false
  /// "mató a cinco": what looks like a preposition leads to the object.
  var hasPersonalObject = false
  /// The counted noun stands before its number: Korean.
  var hasNounBefore = false
  /// Particles stand behind what they mark, each a word of its own: Japanese.
  var hasPostpositions = false
  /// What Japanese and Korean particles say; shared, as there is much of it.
  var particles = ParticleWords()
  /// How terms end that name what happens, and not what there is: `tué`, `mourir`.
  var eventEndings: [String] = []
  var weakEventEndings: [String] = []
  /// Words for what happens to people, and for those to whom it has happened, where endings do not tell: tewas.
  var eventWords: Set<String> = []
  /// In a headline the present tense tells what has happened.
  var headlinesArePast = false

  static let all: [String: ClaimWords] = {
    guard let file = LanguageFile.theme("clauses") else { return [:] }
    var all: [String: ClaimWords] = [:]
    for code in file.list("languages") { all[code] = ClaimWords(file.section(code)) }
    return all
  }()

  init() {}

  init(_ section: LanguageFile.Section) {
    order = section["order"].first.flatMap(Order.init) ?? .nounLast
    isVerbFinal = section["verb final"].first == "true"
    isVerbFirst = section["verb first"].first == "true"
    headlinesArePast = section["headlines are past"].first == "true"
    isVerbLast = section["verb last"].first == "true"
    hasPartitiveLinks = section["partitive links"].first == "true"
    joinedPrefixes = section["joined prefixes"]
    hasPersonalObject = section["personal object"].first == "true"
    hasNounBefore = section["noun before"].first == "true"
    hasGenitive = section["genitive"].first == "true"
    hasFreeOrder = section["free order"].first == "true"
    // A phrase of two lists is of both.
    var known: [String: Int] = [:]
    func add(_ phrase: String, _ classes: WordClass) {
      if let place = known[phrase] {
        phrases[place].classes.formUnion(classes)
      } else {
        known[phrase] = phrases.count
        phrases.append((phrase, classes))
      }
    }
    for (name, classes) in WordClass.lists {
      for phrase in section[name] {
        add(phrase, classes)
        for prefix in section["prefixes"] where prefix != phrase {
          let isJoined = section["joined prefixes"].contains(prefix)
          add(prefix + phrase, isJoined ? classes.union(.joined) : classes)
        }
      }
    }
    obliques = Set(section["obliques"])
    for pair in section["elisions"] {
      let words = pair.split(separator: " ")
      if words.count == 2 { elisions[WordHash.of(String(words[0]))] = WordHash.of(String(words[1])) }
    }
    func endings(_ key: String) -> [[UInt8]] { section[key].map { Array($0.utf8) } }
    unfinishedEndings = endings("unfinished endings")
    finishedEndings = endings("finished endings")
    wholeEndings = endings("whole endings")
    fromEndings = endings("from endings")
    towardEndings = endings("toward endings")
    hasLeadingNumberNouns = section["leading number nouns"].first == "true"
    hasHalfSpaces = section["half spaces"].first == "true"
    hasBarePredicates = section["bare predicates"].first == "true"
    definitePrefixes = endings("definite prefixes")
    partitivePrefixes = endings("partitive prefixes")
    adverbEndings = endings("adverb endings")
    participleEndings = endings("participle endings")
    adjectiveEndings = endings("adjective endings")
    verbEndings = endings("verb endings")
    nounEndings = endings("noun endings")
    predicateEndings = endings("predicate endings")
    genitiveEndings = endings("genitive endings")
    negativePrefix = section["negative prefix"].first
    hasPostpositions = !section["postpositions"].isEmpty
    particles = ParticleWords(section)
    eventEndings = section["event endings"]
    eventWords = Set(section["event words"])
    weakEventEndings = section["weak event endings"]
  }
}

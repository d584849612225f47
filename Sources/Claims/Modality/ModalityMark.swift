/// What a word or phrase does to the claims of its sentence: whose word they are, and whether they hold.
struct ModalityMark: OptionSet, Sendable, Hashable {
  var rawValue: UInt64

  /// A verb of saying: said, hat mitgeteilt. What it governs is somebody's word.
  static let report = ModalityMark(rawValue: 1 << 0)
  /// Says and does in one: announced. With a noun for its object the date is that of the act.
  static let announcement = ModalityMark(rawValue: 1 << 1)
  /// Says that it is not so: denied, a démenti.
  static let denial = ModalityMark(rawValue: 1 << 2)
  /// What follows is not so, by nobody's word: no evidence that.
  static let falsehood = ModalityMark(rawValue: 1 << 3)
  /// What stands before is not so: … was untrue.
  static let untrue = ModalityMark(rawValue: 1 << 4)
  /// The speaker follows: according to, selon.
  static let sourceBefore = ModalityMark(rawValue: 1 << 5)
  /// The speaker stands before: zufolge, göre.
  static let sourceAfter = ModalityMark(rawValue: 1 << 6)
  /// Ends the speaker's phrase that another word began: 据……称.
  static let sourceEnd = ModalityMark(rawValue: 1 << 7)
  /// Somebody says so, nobody says who: reportedly, aurait.
  static let hearsay = ModalityMark(rawValue: 1 << 8)
  static let negator = ModalityMark(rawValue: 1 << 9)
  /// May not be so: could, if it has happened at all.
  static let possible = ModalityMark(rawValue: 1 << 10)
  /// Is to be: expected to. A planned day is a claim, a planned figure is none yet.
  static let expected = ModalityMark(rawValue: 1 << 11)
  static let condition = ModalityMark(rawValue: 1 << 12)
  /// Opens a question that somebody asks: whether.
  static let whether = ModalityMark(rawValue: 1 << 13)
  /// Leads to what is said: that, dass.
  static let complementizer = ModalityMark(rawValue: 1 << 14)
  /// The figure behind it is taken as known: the, its.
  static let definite = ModalityMark(rawValue: 1 << 15)
  static let and = ModalityMark(rawValue: 1 << 16)
  /// Sets what follows against what was said: but, while.
  static let contrast = ModalityMark(rawValue: 1 << 17)
  /// Opens a clause that says whose word the rest is: as (the police said), wie.
  static let asSaid = ModalityMark(rawValue: 1 << 18)
  /// Takes what there is for granted: withdraw, despite.
  static let presupposing = ModalityMark(rawValue: 1 << 19)
  /// Ends a speaker's phrase: on, in a statement.
  static let speakerEnd = ModalityMark(rawValue: 1 << 20)
  /// A question that takes what it asks about for granted: why, how.
  static let openQuestion = ModalityMark(rawValue: 1 << 21)
  /// Looks like another mark and is none: not only.
  static let harmless = ModalityMark(rawValue: 1 << 22)
  /// Who may speak in a headline without a verb: police, minister.
  static let speakerNoun = ModalityMark(rawValue: 1 << 23)
  /// "according to plan": nobody says so.
  static let noSource = ModalityMark(rawValue: 1 << 24)
  /// Stands behind the speaker and is no part of it: has, ने.
  static let helper = ModalityMark(rawValue: 1 << 25)
  /// Days and times that stand beside a verb of saying.
  static let time = ModalityMark(rawValue: 1 << 26)
  /// Follows the subject where words stand without spaces: は.
  static let topic = ModalityMark(rawValue: 1 << 27)
  /// Begins a clause about a noun: who, which.
  static let relative = ModalityMark(rawValue: 1 << 28)
  /// Ends a clause, so that a verb at the end of the sentence does not reach it: öldü, 숨졌고.
  static let clauseEnd = ModalityMark(rawValue: 1 << 29)
  /// Behind a comma, a speaker follows: (…, ) so (der Minister).
  static let aside = ModalityMark(rawValue: 1 << 30)
  /// Names whom the speaker speaks to: told (Reuters).
  static let address = ModalityMark(rawValue: 1 << 31)
  /// Leads to whoever did it: by, par.
  static let agent = ModalityMark(rawValue: 1 << 32)

  /// Says that it is known to be so: confirmed. A figure that it has for its object is no longer anybody's word.
  static let confirmation = ModalityMark(rawValue: 1 << 33)

  /// Says that it is not known to be so: doğrulamadı, 確認しなかった. What others negate ("did not confirm") is read off the words.
  static let unconfirmed = ModalityMark(rawValue: 1 << 34)
  /// Whom the speaker speaks to, which is no part of who speaks: to reporters, журналистам.
  static let addressee = ModalityMark(rawValue: 1 << 35)
  /// What is to be, seen from a past: said 300 jobs *would* go. Behind a verb of saying it leaves nothing open.
  static let backshift = ModalityMark(rawValue: 1 << 36)

  /// A verb of saying that is a noun behind an article: een bericht.
  static let noun = ModalityMark(rawValue: 1 << 37)

  /// Says so beside a quotation only, and means something else without one: lance, cuenta, מספר.
  static let telling = ModalityMark(rawValue: 1 << 38)
  /// Says so where figures or papers are its subject and a clause is what it says: (official figures) show (that).
  static let shows = ModalityMark(rawValue: 1 << 39)
  static let evidence = ModalityMark(rawValue: 1 << 40)

  /// The keys of a language's section in `modality.yaml`.
  static let lists: [(name: String, mark: ModalityMark)] = [
    ("reports", .report), ("announcements", [.report, .announcement]), ("confirmations", [.report, .confirmation]),
    ("denials", .denial),
    ("falsehoods", .falsehood), ("untrue", .untrue), ("sources before", .sourceBefore),
    ("sources after", .sourceAfter), ("source ends", .sourceEnd), ("hearsay", .hearsay), ("negators", .negator),
    ("possible", .possible), ("expected", .expected), ("conditions", .condition), ("whether", .whether),
    ("complementizers", .complementizer), ("definites", .definite), ("and", .and), ("contrasts", .contrast),
    ("as said", .asSaid), ("presupposing", .presupposing), ("speaker ends", .speakerEnd),
    ("open questions", .openQuestion), ("harmless", .harmless), ("speakers", .speakerNoun),
    ("no sources", .noSource), ("helpers", .helper), ("times", .time), ("topics", .topic), ("relatives", .relative),
    ("clause ends", .clauseEnd), ("asides", .aside), ("address", .address), ("agents", .agent),
    ("unconfirmed", [.report, .unconfirmed]), ("addressees", .addressee), ("nouns", .noun),
    ("tellings", .telling), ("shows", [.report, .shows]), ("evidence", .evidence),
    ("backshifts", [.expected, .backshift]),
  ]
}

import Languages

/// Endings that say what a word does, from the theme file `clauses.yaml`: of Korean words, and of what no counter of people
/// counts. A class, so that a view of a sentence is handed on without copying the lists.
final class ParticleWords: Sendable {
  /// How words end that name places and things, which no counter of people counts.
  let placeEndings: [[UInt8]]
  /// Particles written onto their word, by what they say of it: Korean.
  let subjectEndings: [[UInt8]]
  let objectEndings: [[UInt8]]
  let linkEndings: [[UInt8]]
  let obliqueEndings: [[UInt8]]
  let frameEndings: [[UInt8]]
  /// Of what was before a change: 9명(에서) 12명으로.
  let startEndings: [[UInt8]]
  /// Of a counter that is said of what stands before it: 12명(이다).
  let copulaEndings: [[UInt8]]
  /// How words end that say more of the noun behind them: 다(친).
  let adnominalEndings: [[UInt8]]
  /// How verbs begin whose object is what happened: (부상을) 입었다.
  let lightVerbs: [[UInt8]]
  /// Of a counter that a verb of change makes one (12명으로 늘었다), and how those verbs begin.
  let turnEndings: [[UInt8]]
  let turnVerbs: [[UInt8]]
  /// Of verbs, that look like particles: (숨졌)다는.
  let verbTails: [[UInt8]]
  /// Words that look as if they had a particle.
  let bareWords: Set<UInt64>

  convenience init() { self.init(LanguageFile.Section.empty) }

  init(_ section: LanguageFile.Section) {
    func endings(_ key: String) -> [[UInt8]] { section[key].map { Array($0.utf8) } }
    placeEndings = endings("place endings")
    subjectEndings = endings("subject endings")
    objectEndings = endings("object endings")
    linkEndings = endings("link endings")
    obliqueEndings = endings("oblique endings")
    frameEndings = endings("frame endings")
    startEndings = endings("start endings")
    copulaEndings = endings("copula endings")
    adnominalEndings = endings("adnominal endings")
    turnEndings = endings("turn endings")
    turnVerbs = endings("turn verbs")
    verbTails = endings("verb tails")
    lightVerbs = endings("light verbs")
    bareWords = Set(section["bare words"].map { WordHash.of($0) })
  }
}

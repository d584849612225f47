/// The texts of ``Starter``: written to be read, as they are what a new user sees first.
enum StarterFiles {
  static let settings = """
    # The settings of `factcheck run rules/`. Paths are relative to this folder.

    # What is checked: files, folders or patterns. Markdown and HTML carry their own dates and languages; for a bare text
    # write a mapping: {path: ../articles/a.txt, date: 2026-03-14, language: en}.
    articles: ../articles/*.md

    # Where report.html and report.json go.
    output: ../reports

    # The weakest verdict that makes `factcheck run` fail: contradiction, disputed, changed or never.
    fail-on: contradiction

    """

  static let concepts = """
    # A concept is a list of words for one thing, in each language. Write the plain form: inflected ones match too.
    # `soldat*` leaves the end open, `=WHO` takes a term as written, `lay … down` has a gap.
    # Ready ones need no list: ready:killed, region:FR, unit:kilometer. `factcheck rules --ready` shows them.

    concepts:
      flood:
        en: [flood]
        fr: [inondation, crue]

      evacuated:
        en: [evacuate]
        fr: [évacuer]

    """

  static let rules = """
    # A rule watches one fact. It takes from every article what that says of the fact, and reports what cannot all be true.

    rules:
      # The quickest way: a ready rule, tied to its event.
      - id: flood-deaths
        title: deaths in the flood
        use: deaths
        near: [flood]
        scope: article          # the word may stand anywhere in the article

      # A rule of one's own: how many (claim: quantity) of what (about), and where.
      - id: flood-evacuations
        title: people evacuated from the flood
        claim: quantity
        about: [evacuated]      # the number must be tied to one of these words
        near: [flood]
        scope: article
        changes: rising         # it may rise from day to day; a later, lower figure is a contradiction
        why: The figure that readers compare first.
        # Examples are tests: `factcheck test rules/` runs them.
        examples:
          - en: About 1,200 people were evacuated from the flood.
            claims: [1200]
          - fr: La crue a conduit à évacuer 1 500 personnes.
            claims: [1500]
          - en: The flood closed 12 roads.
            claims: []          # another number is no claim

    """

  static let english = """
    ---
    title: Flood in the Lenne valley
    date: 2026-03-14
    language: en
    source: The Valley Courier
    ---

    The flood in the Lenne valley killed three people on Friday night. Firefighters evacuated 1,200 residents before
    midnight, most of them from the lower town.

    """

  /// Three deaths, as in the other one; but another number of people evacuated, on the same day.
  static let french = """
    ---
    title: Inondation dans la vallée de la Lenne
    date: 2026-03-14
    language: fr
    source: Le Messager
    ---

    L'inondation a fait trois morts dans la vallée de la Lenne. Dans la nuit, 1 500 habitants ont été évacués par les
    pompiers.

    """
}

"""axe, which knows the rules of WCAG, and what it cannot know."""

from axe_playwright_python.sync_playwright import Axe

from harness import DESK, PHONE

RULES = {
    "runOnly": {
        "type": "tag",
        "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    },
    "resultTypes": ["violations"],
}


def _audit(page, what):
    # Folded parts count too, and so does what is laid out only once it comes into view.
    page.evaluate(
        """() => {
          document.querySelectorAll('details').forEach(it => it.open = true)
          document.querySelectorAll('body *').forEach(it => {
            if (getComputedStyle(it).contentVisibility === 'auto') it.style.contentVisibility = 'visible'
          })
        }"""
    )
    found = Axe().run(page, options=RULES).response["violations"]
    words = [
        f"{it['id']} ({it['help']}): "
        + " | ".join(f"{' '.join(node['target'])} {node['failureSummary'].splitlines()[-1].strip()}" for node in it["nodes"][:3])
        for it in found
    ]
    assert not words, f"{what}: " + "; ".join(words)


def _audit_in_both_schemes(lab, report, size, **options):
    for dark in (False, True):
        page = lab.open(report, size=size, dark=dark, reduced_motion="reduce", **options)
        _audit(page, f"{report}, {'dark' if dark else 'light'}")
        page.context.close()


def samples_pass_at_desk_width(lab):
    _audit_in_both_schemes(lab, "samples", DESK)


def samples_pass_at_phone_width(lab):
    _audit_in_both_schemes(lab, "samples", PHONE)


def all_verdicts_and_standings_pass(lab):
    _audit_in_both_schemes(lab, "mixed", DESK)


def right_to_left_passes(lab):
    _audit_in_both_schemes(lab, "right-to-left", PHONE)


def empty_report_passes(lab):
    _audit_in_both_schemes(lab, "empty", DESK)


def problems_pass(lab):
    _audit_in_both_schemes(lab, "problems", PHONE)


def samples_pass_without_scripts(lab):
    # axe is a script itself; in a document that is put into another, the page's own do not start.
    text = (lab.folder / "samples.html").read_text(encoding="utf-8")
    page = lab.open("empty")
    page.evaluate(
        """text => {
          const parsed = new DOMParser().parseFromString(text, 'text/html')
          document.replaceChild(document.adoptNode(parsed.documentElement), document.documentElement)
        }""",
        text,
    )
    _audit(page, "without scripts")


def headings_leave_no_level_out(lab):
    for report in ("samples", "mixed", "empty", "problems", "right-to-left"):
        page = lab.open(report)
        levels = page.evaluate("[...document.querySelectorAll('h1,h2,h3,h4,h5,h6')].map(it => +it.localName[1])")
        assert levels and levels[0] == 1 and levels.count(1) == 1, f"{report}: {levels}"
        for before, after in zip(levels, levels[1:]):
            assert after <= before + 1, f"{report}: h{after} follows h{before}"


def verdicts_are_told_by_more_than_colour(lab):
    page = lab.open("mixed")
    for verdict in ("contradiction", "disputed", "changed", "compatible"):
        card = page.locator(f"article.finding.{verdict}").first
        assert verdict in card.locator(".badge").first.text_content().lower(), verdict


def targets_are_large_enough_on_a_phone(lab):
    # 24 by 24 pixels, or as much room around it (WCAG 2.2, 2.5.8); links inside running text are exempt.
    page = lab.open("samples", size=PHONE, has_touch=True)
    small = page.evaluate(
        """() => [...document.querySelectorAll('button, summary, select, input, nav a')]
             .map(it => [it, it.getBoundingClientRect()])
             .filter(([it, box]) => box.width > 0 && (box.height < 24 || box.width < 24))
             .filter(([it]) => !it.closest('label') || it.closest('label').getBoundingClientRect().height < 24)
             .map(([it, box]) => `${it.outerHTML.slice(0, 80)} ${box.width} by ${box.height}`)"""
    )
    assert small == [], small


def quotes_carry_language_and_direction(lab):
    page = lab.open("right-to-left")
    quotes = page.locator("article.finding blockquote")
    assert quotes.count() == 5
    for quote in quotes.all():
        assert quote.get_attribute("lang") in ("ar", "he") and quote.get_attribute("dir") == "rtl"
        assert quote.evaluate("it => getComputedStyle(it).direction") == "rtl"
    page = lab.open("samples")
    wrong = page.evaluate(
        """() => [...document.querySelectorAll('blockquote')]
             .filter(it => getComputedStyle(it).direction !== (it.lang === 'ar' ? 'rtl' : 'ltr') || !it.lang)
             .map(it => it.textContent)"""
    )
    assert wrong == [], wrong


def figures_are_marked_in_quotes(lab):
    page = lab.open("samples")
    without = page.evaluate(
        "[...document.querySelectorAll('article.finding blockquote')].filter(it => !it.querySelector('mark')).length")
    assert without == 0, f"{without} quotes mark no figure"

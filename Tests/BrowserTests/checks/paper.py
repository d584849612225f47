"""What the printer gets."""


def _print(lab, **options):
    page = lab.open("samples", **options)
    page.emulate_media(media="print")
    return page


def controls_stay_off_paper(lab):
    page = _print(lab)
    seen = page.evaluate(
        """() => [...document.querySelectorAll('button, select, input, form, nav, dialog')]
             .filter(it => it.getBoundingClientRect().height > 0).map(it => it.outerHTML.slice(0, 80))"""
    )
    assert seen == [], seen


def every_finding_is_on_paper(lab):
    page = _print(lab)
    cards = page.locator("article.finding")
    assert cards.count() > 0 and page.locator("article.finding:visible").count() == cards.count()


def findings_that_fit_stay_on_one_page(lab):
    page = _print(lab)
    for part in ("h2", "h3"):
        after = page.evaluate(
            "part => getComputedStyle(document.querySelector(`article.finding ${part}`)).breakAfter", part)
        assert after.startswith("avoid"), f"a page may end after {part}"


def a_page_of_paper_is_wide_enough(lab):
    page = lab.open("samples", size={"width": 718, "height": 1000})
    page.emulate_media(media="print")
    wide = page.evaluate(
        """() => [...document.querySelectorAll('article.finding *')]
             .filter(it => it.getBoundingClientRect().right > innerWidth + 1).map(it => it.outerHTML.slice(0, 100))"""
    )
    assert wide == [], wide[:5]


def it_prints(lab):
    page = lab.open("samples")
    paper = page.pdf(format="A4", print_background=False)
    pages = paper.count(b"/Type /Page\n") or paper.count(b"/Type /Page ") or paper.count(b"/Type/Page")
    assert paper.startswith(b"%PDF-") and 1 < pages < 60, pages

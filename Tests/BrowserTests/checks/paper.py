"""What the printer gets."""


def _print(lab, **options):
    page = lab.open("samples", **options)
    page.emulate_media(media="print")
    return page


def paper_is_white_even_in_the_dark(lab):
    page = _print(lab, dark=True)
    body, ink = page.evaluate(
        "[getComputedStyle(document.body).backgroundColor, getComputedStyle(document.querySelector('h2')).color]")
    assert body in ("rgb(255, 255, 255)", "rgba(0, 0, 0, 0)"), body
    parts = [float(part) for part in ink[ink.index("(") + 1 : -1].replace(",", " ").split()[:3]]
    assert sum(parts) / 3 < 100, f"text on paper is {ink}"


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
    for part in ("h3", "h4"):
        after = page.evaluate(
            "part => getComputedStyle(document.querySelector(`article.finding ${part}`)).breakAfter", part)
        assert after.startswith("avoid"), f"a page may end after {part}"
    inside = page.locator("article.finding").first.evaluate("it => getComputedStyle(it).breakInside")
    assert inside == "avoid", inside


def quotes_in_folds_are_on_paper(lab):
    for scripts in (True, False):
        page = lab.open("samples", scripts=scripts)
        page.emulate_media(media="print")
        quotes = page.locator("article.finding .others blockquote")
        assert quotes.count() > 0, "no fold to look into"
        unseen = quotes.evaluate_all("its => its.filter(it => !it.checkVisibility() || !it.offsetHeight).length")
        assert unseen == 0, f"{unseen} of {quotes.count()} are not printed"


def folds_that_paper_opens_close_again(lab):
    page = lab.open("samples")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert page.locator(".others:not([open])").count() == 0
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert page.locator(".others[open]").count() == 0


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
    assert paper.startswith(b"%PDF-") and 1 < pages < 40, pages

"""The page with JavaScript switched off."""

from harness import shown, until


def all_is_there(lab):
    page = lab.open("samples", scripts=False)
    with_scripts = lab.open("samples")
    cards = page.locator("article.finding").count()
    assert cards > 0 and shown(page) == cards
    assert cards == with_scripts.locator("article.finding").count()
    quotes = page.locator("article.finding blockquote")
    folded = page.locator("article.finding .others blockquote")
    assert page.locator("article.finding blockquote:visible").count() == quotes.count() - folded.count()
    for summary in page.locator("article.finding .others > summary").all():
        summary.click()
    assert page.locator("article.finding blockquote:visible").count() == quotes.count()


def a_link_to_a_folded_quote_unfolds_it(lab):
    id = lab.open("samples").locator("article.finding .others blockquote[id]").last.get_attribute("id")
    page = lab.open("samples", at="#" + id, scripts=False)
    until(lambda: page.locator("#" + id).is_visible(), f"{id} is out of sight")


def nothing_is_offered_that_does_not_work(lab):
    page = lab.open("samples", scripts=False)
    dead = page.evaluate(
        """() => [...document.querySelectorAll('button, select, input, textarea')]
             .filter(it => it.getBoundingClientRect().height > 0).map(it => it.outerHTML.slice(0, 100))"""
    )
    assert dead == [], dead


def links_lead_to_findings(lab):
    page = lab.open("samples", scripts=False)
    links = page.evaluate("[...document.querySelectorAll('a[href^=\"#\"]')].map(it => it.getAttribute('href'))")
    assert links, "no links inside the page"
    missing = page.evaluate("links => links.filter(it => !document.getElementById(decodeURIComponent(it.slice(1))))", links)
    assert missing == [], missing


def folded_parts_unfold(lab):
    page = lab.open("samples", scripts=False)
    fold = page.locator("details").first
    fold.locator("summary").first.click()
    assert fold.evaluate("it => it.open")

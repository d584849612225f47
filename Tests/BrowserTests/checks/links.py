"""Permalinks, and what the buttons copy."""

import json

from harness import shown, until


def _in_sight(page, id):
    return page.evaluate(
        """id => { const it = document.getElementById(id), box = it.getBoundingClientRect()
                   return it.offsetHeight > 0 && box.top < innerHeight && box.bottom > 0 }""",
        id,
    )


def every_finding_has_its_own(lab):
    for report in ("samples", "mixed", "thousand"):
        page = lab.open(report)
        ids = page.evaluate("[...document.querySelectorAll('[id]')].map(it => it.id)")
        assert len(ids) == len(set(ids)), "an id stands twice"
        loose = page.evaluate(
            "[...document.querySelectorAll('a[href^=\"#\"]')].map(it => it.getAttribute('href').slice(1)).filter(it => !document.getElementById(decodeURIComponent(it)))")
        assert loose == [], loose[:5]
        bare = page.evaluate("[...document.querySelectorAll('[data-finding]')].filter(it => !it.id.startsWith('f-')).length")
        assert bare == 0


def a_permalink_opens_its_finding(lab):
    page = lab.open("mixed")
    for row in (0, -1):
        id = page.locator("article.finding").nth(row).get_attribute("id")
        other = lab.open("mixed", at="#" + id, reduced_motion="reduce")
        until(lambda: _in_sight(other, id), f"{id} is out of sight")


def a_permalink_into_a_fold_unfolds_it(lab):
    page = lab.open("mixed")
    id = page.locator("#agreeing [data-finding]").last.get_attribute("id")
    assert not page.locator("#agreeing").evaluate("it => it.open")
    other = lab.open("mixed", at="#" + id, reduced_motion="reduce")
    until(lambda: _in_sight(other, id), f"{id} is out of sight")


def a_link_to_a_folded_quote_unfolds_it(lab):
    page = lab.open("samples", reduced_motion="reduce")
    id = page.locator("article.finding .others blockquote[id]").last.get_attribute("id")
    assert not page.locator(f"#{id}").is_visible()
    other = lab.open("samples", at="#" + id, reduced_motion="reduce")
    until(lambda: _in_sight(other, id) and other.locator(f"#{id}").is_visible(), f"{id} is out of sight")
    # The same from a link of the page, and past a filter that hides it.
    verdict = page.locator(f"article.finding:has(#{id})").get_attribute("data-verdict")
    page.locator("#filters [name=verdict]").select_option("agree" if verdict != "agree" else "changed")
    page.evaluate("id => location.hash = id", id)
    until(lambda: _in_sight(page, id) and page.locator(f"#{id}").is_visible(), f"{id} is out of sight past a filter")


def a_permalink_works_without_scripts(lab):
    id = lab.open("mixed").locator("article.finding").last.get_attribute("id")
    page = lab.open("mixed", at="#" + id, scripts=False)
    until(lambda: _in_sight(page, id), f"{id} is out of sight")


def a_permalink_outranks_the_filters(lab):
    page = lab.open("mixed", at="#verdict=contradiction", reduced_motion="reduce")
    id = page.locator("article.finding[data-verdict=changed]").first.get_attribute("id")
    assert not _in_sight(page, id)
    page.evaluate("id => location.hash = id", id)
    until(lambda: _in_sight(page, id), f"{id} is out of sight")
    page.wait_for_timeout(50)
    assert id in page.evaluate("location.hash"), "the address lost it"
    assert page.locator("#filters [name=verdict]").input_value() == ""


def links_of_the_matrix_lead_to_quotes(lab):
    page = lab.open("samples", reduced_motion="reduce")
    link = page.locator("#matrix td a").first
    target = link.get_attribute("href")[1:]
    value = link.inner_text()
    link.click()
    until(lambda: _in_sight(page, target), f"{target} is out of sight")
    assert page.locator(f"#{target}").evaluate("it => it.localName") == "blockquote", value


def the_finding_of_a_permalink_is_marked(lab):
    id = lab.open("mixed").locator("article.finding").nth(3).get_attribute("id")
    page = lab.open("mixed", at="#" + id)
    assert page.locator(f"#{id}").evaluate("it => parseFloat(getComputedStyle(it).outlineWidth)") > 0


def the_link_of_a_finding_is_copied(lab):
    page = lab.open("samples", permissions=["clipboard-read", "clipboard-write"])
    card = page.locator("article.finding").nth(1)
    card.locator("[data-copy=link]").click()
    until(lambda: page.locator("#copied").inner_text(), "nothing says that it was copied")
    assert page.locator("#copied").get_attribute("role") == "status"
    text = page.evaluate("navigator.clipboard.readText()")
    assert text == lab.address("samples") + "#" + card.get_attribute("id"), text


def the_link_that_is_copied_leaves_the_filters_out(lab):
    page = lab.open("samples", at="#verdict=disputed", permissions=["clipboard-read", "clipboard-write"])
    card = page.locator("article.finding:visible").first
    card.locator("[data-copy=link]").click()
    until(lambda: page.locator("#copied").inner_text(), "nothing says that it was copied")
    assert page.evaluate("navigator.clipboard.readText()").endswith("#" + card.get_attribute("id"))


def the_baseline_entry_that_is_copied_is_json(lab):
    page = lab.open("samples", permissions=["clipboard-read", "clipboard-write"])
    card = page.locator("article.finding").first
    card.locator("[data-copy=baseline]").click()
    until(lambda: page.locator("#copied").inner_text(), "nothing says that it was copied")
    entry = json.loads(page.evaluate("navigator.clipboard.readText()"))
    assert entry["id"] == card.get_attribute("data-id") and entry["rule"] == card.get_attribute("data-rule"), entry


def entries_of_hostile_text_are_json_too(lab):
    page = lab.open("hostile")
    for text in page.locator("[data-copy=baseline]").evaluate_all("its => its.map(it => it.dataset.text)"):
        json.loads(text)


def where_the_clipboard_is_closed_the_text_is_shown(lab):
    page = lab.open("samples")
    page.evaluate(
        """() => { navigator.clipboard.writeText = () => Promise.reject(new Error('closed'))
                   document.execCommand = () => false }""")
    page.locator("article.finding [data-copy=link]").first.click()
    until(lambda: page.locator("dialog#copy").is_visible(), "nothing shows")
    assert "#f-" in page.locator("#copy-text").input_value()
    page.keyboard.press("Escape")
    assert not page.locator("dialog#copy").is_visible()


def findings_past_the_cards_are_there_too(lab):
    page = lab.open("many")
    # Four in five do not agree; of those that do, as many as anybody looks at.
    count = page.locator("[data-finding]:not([data-verdict=agree])").count()
    assert count == 8_000, count
    last = page.locator("[data-finding]").last.get_attribute("id")
    page.evaluate("id => location.hash = id", last)
    until(lambda: _in_sight(page, last), f"{last} is out of sight", seconds=10)

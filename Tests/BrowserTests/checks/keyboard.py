"""The page without a mouse."""

from harness import focused


def _walk(page, limit=60):
    """What Tab reaches: a description, whether it shows in the window, and its outline."""
    steps = []
    for _ in range(limit):
        page.keyboard.press("Tab")
        step = page.evaluate(
            """() => {
              const it = document.activeElement
              if (!it || it === document.body) return null
              const box = it.getBoundingClientRect(), style = getComputedStyle(it)
              const ring = parseFloat(style.outlineWidth) > 0 && style.outlineStyle !== 'none' || style.boxShadow !== 'none'
              return {what: it.outerHTML.slice(0, 100), ring,
                      seen: box.bottom > 0 && box.top < innerHeight && box.width > 0 && box.height > 0}
            }"""
        )
        if step is None:
            break
        steps.append(step)
    return steps


def tab_reaches_only_what_is_seen(lab):
    steps = _walk(lab.open("samples", reduced_motion="reduce"))
    assert len(steps) > 5
    hidden = [step["what"] for step in steps if not step["seen"]]
    assert hidden == [], hidden


def the_focus_shows(lab):
    for dark in (False, True):
        steps = _walk(lab.open("samples", dark=dark, reduced_motion="reduce"))
        bare = [step["what"] for step in steps if not step["ring"]]
        assert bare == [], bare


def links_of_the_summary_move_to_findings(lab):
    page = lab.open("samples", reduced_motion="reduce")
    link = page.locator("#summary a[href^='#f-']").first
    target = link.get_attribute("href")
    link.focus()
    page.keyboard.press("Enter")
    assert page.url.endswith(target)
    top = page.locator(target).evaluate("it => it.getBoundingClientRect().top")
    bar = page.locator("#filters").evaluate(
        "it => getComputedStyle(it).position === 'sticky' ? it.getBoundingClientRect().bottom : 0")
    assert bar - 5 <= top < bar + 200, f"the finding is at {top}, the filters end at {bar}"


def what_scrolls_sideways_scrolls_by_keyboard(lab):
    page = lab.open("mixed", size={"width": 320, "height": 640})
    page.evaluate("document.querySelectorAll('details').forEach(it => it.open = true)")
    stuck = page.evaluate(
        """() => [...document.querySelectorAll('body *')].filter(it => {
             const style = getComputedStyle(it)
             return /auto|scroll/.test(style.overflowX) && it.scrollWidth > it.clientWidth + 1 && it.tabIndex < 0
                    && !it.querySelector('a, button, input, select, [tabindex="0"]')
           }).map(it => it.outerHTML.slice(0, 100))"""
    )
    assert stuck == [], stuck


def _finding(page):
    """The finding that the focus is in."""
    return page.evaluate("document.activeElement.closest('[data-finding]')?.dataset.id ?? null")


def _order(page):
    return page.evaluate("[...document.querySelectorAll('article.finding')].filter(it => !it.hidden).map(it => it.dataset.id)")


def j_and_k_walk_through_the_findings(lab):
    page = lab.open("samples", reduced_motion="reduce")
    order = _order(page)
    walked = []
    for key in "jjjk":
        page.keyboard.press(key)
        walked.append(_finding(page))
    assert walked == [order[0], order[1], order[2], order[1]], walked
    page.keyboard.press("k")
    page.keyboard.press("k")
    assert _finding(page) == order[0], "k before the first stays there"
    assert page.locator(":focus").evaluate("it => it.getBoundingClientRect().top") < 500


def j_passes_over_what_filters_hide(lab):
    page = lab.open("samples", reduced_motion="reduce")
    page.locator("#filters [name=verdict]").select_option("disputed")
    page.locator("body").focus()
    page.evaluate("document.activeElement.blur()")
    order = _order(page)
    assert order
    page.keyboard.press("j")
    assert _finding(page) in order
    for _ in order:
        page.keyboard.press("j")
    assert _finding(page) == order[-1]


def slash_goes_to_the_words_and_escape_leaves_them(lab):
    page = lab.open("samples")
    page.keyboard.press("/")
    assert page.evaluate("document.activeElement.name") == "q"
    page.keyboard.type("j5/?")
    assert page.locator("#filters [name=q]").input_value() == "j5/?", "keys are letters in a field"
    page.keyboard.press("Escape")
    assert page.evaluate("document.activeElement.name") != "q"
    assert page.locator("#filters [name=q]").input_value() == ""


def question_mark_opens_help_and_escape_closes_it(lab):
    page = lab.open("samples")
    page.keyboard.press("j")
    before = _finding(page)
    page.keyboard.press("?")
    assert page.locator("dialog#help").is_visible()
    page.keyboard.press("j")
    page.keyboard.press("Escape")
    assert not page.locator("dialog#help").is_visible()
    assert _finding(page) == before, "the focus returns"
    button = page.locator("#help-open")
    button.focus()
    page.keyboard.press("Enter")
    assert page.locator("dialog#help").is_visible()
    page.locator("dialog#help [data-close]").click()
    assert page.evaluate("document.activeElement.id") == "help-open"


def keys_can_be_switched_off(lab):
    # WCAG 2.2, 2.1.4.
    page = lab.open("samples")
    page.keyboard.press("?")
    page.locator("#keys-on").uncheck()
    page.keyboard.press("Escape")
    page.keyboard.press("j")
    assert _finding(page) is None
    page.keyboard.press("/")
    assert page.evaluate("document.activeElement.name") != "q"


def keys_of_the_browser_stay_its_own(lab):
    page = lab.open("samples")
    for key in ("Control+j", "Alt+j", "Meta+k"):
        page.keyboard.press(key)
        assert _finding(page) is None, key


def the_first_tab_offers_to_skip_to_the_findings(lab):
    page = lab.open("samples", reduced_motion="reduce")
    page.keyboard.press("Tab")
    assert focused(page).startswith("a Skip"), focused(page)
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("Boolean(document.activeElement.closest('#findings'))"), focused(page)


def tab_goes_through_the_page_in_its_order(lab):
    page = lab.open("mixed", reduced_motion="reduce")
    backwards = page.evaluate("[...document.querySelectorAll('[tabindex]')].filter(it => it.tabIndex > 0).length")
    assert backwards == 0, "an element has a place of its own in the order"

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


def links_of_the_contents_move_to_findings(lab):
    page = lab.open("samples", reduced_motion="reduce")
    link = page.locator("nav a[href^='#f-']").first
    target = link.get_attribute("href")
    link.focus()
    page.keyboard.press("Enter")
    assert page.url.endswith(target)
    top = page.locator(target).evaluate("it => it.getBoundingClientRect().top")
    assert -5 < top < 400, f"the finding is at {top}"


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

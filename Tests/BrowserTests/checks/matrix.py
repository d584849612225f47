"""Facts by articles."""

from harness import PHONE


def every_row_and_column_has_a_header(lab):
    page = lab.open("samples")
    table = page.locator("#matrix table")
    assert table.locator("thead th:not([scope=col])").count() == 0 and table.locator("thead td").count() == 0
    rows = table.locator("tbody tr")
    columns = table.locator("thead th").count()
    assert rows.count() > 5 and columns == 18
    for row in rows.all():
        assert row.locator("th[scope=row]").count() == 1
        assert row.locator("th, td").count() == columns
    assert page.get_by_role("columnheader").count() >= columns


def cells_say_what_their_colour_says(lab):
    page = lab.open("samples")
    mute = page.evaluate(
        """() => [...document.querySelectorAll('#matrix td')].filter(it => !it.textContent.trim() || !it.dataset.state)
             .map(it => it.outerHTML.slice(0, 120))"""
    )
    assert mute == [], mute
    states = set(page.locator("#matrix td").evaluate_all("its => its.map(it => it.dataset.state)"))
    assert {"contradiction", "gap"} <= states, states
    plain = page.evaluate(
        """() => [...document.querySelectorAll('#matrix td:not(.gap) .value .sign')].filter(it => !it.textContent.trim()).length""")
    assert plain == 0, f"{plain} values have no sign"


def gaps_can_be_seen(lab):
    page = lab.open("samples")
    gap = page.locator("#matrix td.gap").first
    assert gap.inner_text().strip().startswith("–")


def headers_stay_in_sight_while_it_scrolls(lab):
    page = lab.open("samples", size=PHONE, reduced_motion="reduce")
    page.locator("#matrix").scroll_into_view_if_needed()
    left = page.evaluate(
        """() => { const grid = document.querySelector('#matrix .grid')
                   grid.scrollLeft = 400
                   const head = grid.querySelector('tbody th').getBoundingClientRect()
                   return [grid.scrollLeft, head.left - grid.getBoundingClientRect().left] }"""
    )
    assert left[0] > 0, "the matrix does not scroll"
    assert -2 <= left[1] <= 2, f"the header of a row moved by {left[1]}"


def the_region_that_scrolls_has_a_name(lab):
    page = lab.open("samples")
    for region in page.locator("[role=region][tabindex='0']").all():
        assert region.get_attribute("aria-label") or region.get_attribute("aria-labelledby")

"""Figures over time."""

from harness import DESK, PHONE, until


def timelines_stand_for_each_conflict_over_time(lab):
    page = lab.open("samples")
    drawn = page.locator(".timeline").evaluate_all("its => its.map(it => it.dataset.rule)")
    assert "us-troops-in-iraq" in drawn, drawn
    assert len(drawn) == len(set(drawn)) or drawn


def marks_have_names_and_take_the_focus(lab):
    page = lab.open("samples", reduced_motion="reduce")
    marks = page.locator(".timeline .mark")
    assert marks.count() > 3
    named = marks.evaluate_all(
        """its => its.filter(it => it.getAttribute('aria-label')?.trim() || it.querySelector('title')?.textContent.trim()
                                   || document.getElementById(it.getAttribute('aria-labelledby'))).length""")
    assert named == marks.count(), f"{marks.count() - named} marks have no name"
    first = marks.first
    first.focus()
    assert page.evaluate("document.activeElement.closest('.mark') !== null"), "a mark does not take the focus"


def the_mark_in_focus_is_read_out(lab):
    page = lab.open("samples", reduced_motion="reduce")
    chart = page.locator(".timeline").first
    readout = chart.locator(".readout")
    said = set()
    for mark in chart.locator(".mark").all()[:2]:
        mark.focus()
        until(lambda: readout.inner_text().strip(), "nothing is read out")
        said.add(readout.inner_text())
    assert len(said) == 2, said


def marks_answer_the_mouse(lab):
    page = lab.open("samples", reduced_motion="reduce")
    chart = page.locator(".timeline").first
    chart.scroll_into_view_if_needed()
    chart.locator(".mark").first.hover(force=True)
    until(lambda: chart.locator(".readout").inner_text().strip(), "nothing is read out")


def every_drawing_has_a_table_that_says_the_same(lab):
    page = lab.open("samples")
    for chart in page.locator(".timeline").all():
        rows = chart.locator("table tbody tr").count()
        assert rows >= chart.locator(".mark").count() > 0, chart.get_attribute("data-rule")
        assert chart.locator("table tbody th[scope=row]").count() == rows
        assert chart.get_attribute("aria-labelledby")


def drawings_stay_within_their_frames(lab):
    page = lab.open("samples", reduced_motion="reduce")
    page.evaluate("document.querySelectorAll('.timeline').forEach(it => it.style.contentVisibility = 'visible')")
    outside = page.evaluate(
        """() => [...document.querySelectorAll('.timeline svg .mark, .timeline svg text')].filter(it => {
             const box = it.getBoundingClientRect(), frame = it.closest('.timeline').getBoundingClientRect()
             return box.left < frame.left - 1 || box.right > frame.right + 1 || box.top < frame.top - 1 || box.bottom > frame.bottom + 1
           }).map(it => it.outerHTML.slice(0, 120))"""
    )
    assert outside == [], outside[:5]


def drawings_fit_every_window(lab):
    for report in ("samples", "right-to-left", "mixed"):
        for size in ({"width": 320, "height": 640}, PHONE, DESK):
            page = lab.open(report, size=size)
            sizes = page.locator(".timeline > svg").evaluate_all(
                "its => its.map(it => [it.getBoundingClientRect().width, it.parentElement.clientWidth, it.parentElement.scrollWidth])")
            assert sizes, report
            for drawing, room, needed in sizes:
                assert needed <= room and drawing > room * 0.85, f"{report}, {size}: {drawing} in {room}, {needed} needed"
            page.context.close()


def letters_keep_their_size_on_a_phone(lab):
    page = lab.open("samples", size=PHONE)
    heights = page.locator(".timeline svg text:visible").evaluate_all("its => its.map(it => it.getBoundingClientRect().height)")
    assert heights and min(heights) >= 12, min(heights)


def letters_do_not_lie_on_each_other(lab):
    for size in ({"width": 320, "height": 640}, PHONE, DESK):
        page = lab.open("samples", size=size)
        over = page.evaluate(
            """() => [...document.querySelectorAll('.timeline > svg')].flatMap(drawing => {
                 const its = [...drawing.querySelectorAll('text')].map(it => [it.textContent, it.getBoundingClientRect()])
                   .filter(([, box]) => box.width)
                 return its.flatMap(([a, x], i) => its.slice(i + 1).filter(([, y]) =>
                   x.left < y.right - 1 && y.left < x.right - 1 && x.top < y.bottom - 4 && y.top < x.bottom - 4)
                   .map(([b]) => `${a} / ${b}`)) })"""
        )
        assert over == [], f"{size['width']}: {over[:5]}"


def marks_are_large_enough_for_a_finger(lab):
    page = lab.open("samples", size=PHONE)
    small = page.locator(".timeline .mark").evaluate_all(
        """its => its.filter(it => Math.max(...[...it.querySelectorAll('.target')]
             .map(it => Math.min(it.getBoundingClientRect().width, it.getBoundingClientRect().height))) < 23.5)
             .map(it => it.getAttribute('aria-label'))""")
    assert small == [], small[:5]

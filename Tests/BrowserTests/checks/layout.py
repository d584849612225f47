"""What fits where: phones, large text, small windows, both directions of writing."""

from harness import DESK, PHONE

# All that are looked at in each width.
REPORTS = ("samples", "mixed", "right-to-left", "problems", "empty", "hostile", "hostile-files")


def _wider_than_the_window(page):
    """What sticks out of the window, save in regions that scroll by themselves."""
    return page.evaluate(
        """() => {
          const wide = document.documentElement.clientWidth
          if (document.documentElement.scrollWidth <= wide) return []
          const scrolls = it => {
            for (let up = it; up && up !== document.body; up = up.parentElement)
              if (/auto|scroll|hidden|clip/.test(getComputedStyle(up).overflowX)) return true
            return false
          }
          const out = [...document.querySelectorAll('body *')]
            .filter(it => { const box = it.getBoundingClientRect()
                            return box.width && (box.right > wide + 1 || box.left < -1) && !scrolls(it) })
            .map(it => `${it.outerHTML.slice(0, 100)} to ${Math.round(it.getBoundingClientRect().right)}`)
          return [`${document.documentElement.scrollWidth} wide`, ...out.slice(-4)]
        }"""
    )


def _fits(lab, size, **options):
    for report in REPORTS:
        page = lab.open(report, size=size, **options)
        page.evaluate("document.querySelectorAll('details').forEach(it => it.open = true)")
        wide = _wider_than_the_window(page)
        assert wide == [], f"{report}: {wide}"
        page.context.close()


def a_window_of_320_pixels_needs_no_sideways_scrolling(lab):
    _fits(lab, {"width": 320, "height": 640})


def a_phone_needs_no_sideways_scrolling(lab):
    _fits(lab, PHONE, is_mobile=True, has_touch=True)


def a_phone_needs_none_without_scripts(lab):
    _fits(lab, PHONE, scripts=False)


def text_of_twice_the_size_fits(lab):
    for report in REPORTS:
        page = lab.open(report, size=DESK)
        page.evaluate("document.documentElement.style.fontSize = '200%'")
        page.evaluate("document.querySelectorAll('details').forEach(it => it.open = true)")
        wide = _wider_than_the_window(page)
        assert wide == [], f"{report}: {wide}"
        cut = page.evaluate(
            """() => [...document.querySelectorAll('h1, h2, h3, blockquote, .badge, button, label, p')]
                 .filter(it => it.clientHeight && /hidden|clip/.test(getComputedStyle(it).overflow)
                               && getComputedStyle(it).clipPath === 'none'
                               && (it.scrollHeight > it.clientHeight + 2 || it.scrollWidth > it.clientWidth + 2))
                 .map(it => it.outerHTML.slice(0, 100))"""
        )
        assert cut == [], f"{report}: cut off: {cut}"
        page.context.close()


def wider_spacing_of_text_cuts_nothing_off(lab):
    # WCAG 2.2, 1.4.12.
    page = lab.open("samples", size=PHONE)
    page.evaluate(
        """() => document.querySelectorAll('body *').forEach(it => {
             it.style.lineHeight = '1.5'; it.style.letterSpacing = '0.12em'; it.style.wordSpacing = '0.16em' })"""
    )
    wide = _wider_than_the_window(page)
    assert wide == [], wide


def positions_stand_side_by_side_on_a_desk_only(lab):
    def lefts(size):
        page = lab.open("samples", size=size)
        return page.evaluate(
            """() => {
              const card = [...document.querySelectorAll('article.finding')]
                .find(it => it.offsetHeight && it.querySelectorAll('.position').length > 1)
              return [...card.querySelectorAll('.position')].map(it => Math.round(it.getBoundingClientRect().left))
            }"""
        )

    assert len(set(lefts(DESK))) > 1, "one above the other on a desk"
    assert len(set(lefts(PHONE))) == 1, "side by side on a phone"


def those_who_want_little_motion_get_little(lab):
    def moves(wish):
        page = lab.open("samples", reduced_motion=wish)
        return page.evaluate(
            """() => [getComputedStyle(document.documentElement).scrollBehavior,
                      ...[...document.querySelectorAll('body *')].filter(it => {
                        const style = getComputedStyle(it)
                        const long = text => text.split(',').some(part => parseFloat(part) > 0.02)
                        return long(style.transitionDuration) || (style.animationName !== 'none' && long(style.animationDuration))
                      }).map(it => it.outerHTML.slice(0, 80))]"""
        )

    assert moves("reduce") == ["auto"], moves("reduce")


def figures_follow_a_title_that_runs_from_right_to_left(lab):
    page = lab.open("right-to-left")
    for heading in page.locator("article.finding h3").all():
        places = heading.evaluate(
            """it => {
              const title = it.querySelector('bdi'), figures = title.nextSibling, range = document.createRange()
              range.selectNodeContents(figures)
              return [title.getBoundingClientRect(), range.getClientRects()[0]].map(box => [box.left, box.right, box.top])
            }"""
        )
        title, figures = places
        assert figures[0] >= title[1] - 1 or figures[2] > title[2] + 5, places

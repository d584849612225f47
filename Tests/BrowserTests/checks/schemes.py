"""Light and dark."""


def _background(page):
    """0 for black to 255 for white."""
    colour = page.evaluate("getComputedStyle(document.body).backgroundColor")
    parts = [float(part) for part in colour[colour.index("(") + 1 : -1].replace(",", " ").split()[:3]]
    return sum(parts) / 3


def the_scheme_is_the_readers(lab):
    assert _background(lab.open("samples")) > 200
    assert _background(lab.open("samples", dark=True)) < 60


def it_is_the_readers_without_scripts_too(lab):
    assert _background(lab.open("samples", scripts=False)) > 200
    assert _background(lab.open("samples", scripts=False, dark=True)) < 60


def it_follows_the_reader_while_the_page_is_open(lab):
    page = lab.open("samples")
    page.emulate_media(color_scheme="dark")
    assert _background(page) < 60
    page.emulate_media(color_scheme="light")
    assert _background(page) > 200


def the_button_turns_it_over_and_back(lab):
    for dark in (False, True):
        page = lab.open("samples", dark=dark)
        first, button = _background(page), page.locator("#theme")
        assert button.get_attribute("aria-pressed") == str(dark).lower()
        button.click()
        assert abs(_background(page) - first) > 100
        assert button.get_attribute("aria-pressed") == str(not dark).lower()
        button.click()
        assert abs(_background(page) - first) < 5


def the_choice_is_remembered(lab):
    page = lab.open("samples")
    page.locator("#theme").click()
    page.reload()
    assert _background(page) < 60
    assert page.locator("#theme").get_attribute("aria-pressed") == "true"


def colours_forced_by_the_reader_leave_all_in_sight(lab):
    page = lab.open("samples", forced_colors="active")
    assert page.locator("mark").first.is_visible()
    assert page.locator("article.finding h3").first.is_visible()

"""What the checks share: pages in a browser that records all it should not see."""

import pathlib
import time
from urllib.parse import unquote

PHONE = {"width": 390, "height": 844}
DESK = {"width": 1280, "height": 900}


class Lab:
    """Opens reports, each in a profile of its own, and remembers what went wrong on them."""

    def __init__(self, browser, folder, shots=None):
        self.browser = browser
        self.folder = pathlib.Path(folder)
        self.shots = shots and pathlib.Path(shots)
        self.contexts = []
        self.trouble = []

    def address(self, report):
        return (self.folder / f"{report}.html").resolve().as_uri()

    def open(self, report, at="", size=DESK, dark=False, scripts=True, **options):
        """A page that shows the report. `at` follows its address: a fragment or a query."""
        context = self.browser.new_context(
            viewport=size,
            color_scheme="dark" if dark else "light",
            java_script_enabled=scripts,
            locale="en-GB",
            timezone_id="UTC",
            **options,
        )
        self.contexts.append(context)
        context.set_default_timeout(10_000)
        context.set_default_navigation_timeout(60_000)
        # Set by text from articles that got itself run; see Hostile.swift.
        if scripts:
            context.add_init_script("window.owned = undefined")
        own = self.address(report)
        context.route("**/*", lambda route, request: self._let(route, request, own))
        page = context.new_page()
        page.on("console", self._console)
        page.on("pageerror", lambda error: self.trouble.append(f"script error: {error}"))
        page.on("dialog", self._dialog)
        page.on("popup", lambda other: self.trouble.append(f"opened another window: {other.url}"))
        page.on("crash", lambda _: self.trouble.append("the page crashed"))
        page.goto(own + at)
        return page

    def forgive(self, words):
        """Takes note that a check meant to cause trouble, and drops it; false where there was none."""
        found = [trouble for trouble in self.trouble if words in trouble]
        self.trouble = [trouble for trouble in self.trouble if words not in trouble]
        return bool(found)

    def close(self):
        for context in self.contexts:
            context.close()
        self.contexts = []

    def shoot(self, page, name, whole=True):
        if self.shots:
            self.shots.mkdir(parents=True, exist_ok=True)
            page.screenshot(path=self.shots / f"{name}.png", full_page=whole)

    def _let(self, route, request, own):
        if unquote(request.url.split("#")[0].split("?")[0]) == unquote(own):
            route.continue_()
        else:
            self.trouble.append(f"asked for {request.url}")
            route.abort()

    def _console(self, message):
        if message.type in ("error", "warning"):
            self.trouble.append(f"console {message.type}: {message.text}")

    def _dialog(self, dialog):
        self.trouble.append(f"dialog: {dialog.message}")
        dialog.dismiss()


def shown(page):
    """How many findings a reader sees."""
    return page.locator("article.finding:visible").count()


def until(condition, what, seconds=3):
    """Waits for what a page does a moment later."""
    end = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < end, what
        time.sleep(0.02)


def focused(page):
    """The element that has the focus, in words."""
    return page.evaluate(
        """() => {
          const it = document.activeElement
          if (!it || it === document.body) return ''
          const name = it.getAttribute('aria-label') || it.getAttribute('name') || it.textContent || ''
          return `${it.localName} ${name.trim().slice(0, 60)}`
        }"""
    )

"""Large reports. Bounds are several times what a slow machine needs: they catch what grows with the square."""

import time

from harness import shown


def ten_thousand_findings_open(lab):
    start = time.monotonic()
    page = lab.open("many")
    assert page.locator("article.finding").first.is_visible()
    # Answers at once, so the main thread is free again.
    page.evaluate("new Promise(done => requestAnimationFrame(() => setTimeout(done)))")
    took = time.monotonic() - start
    assert took < 20, f"{took:.1f} s"


def ten_thousand_findings_open_without_scripts(lab):
    start = time.monotonic()
    page = lab.open("many", scripts=False)
    assert page.locator("article.finding").count() > 0
    took = time.monotonic() - start
    assert took < 20, f"{took:.1f} s"


def a_thousand_findings_scroll(lab):
    page = lab.open("thousand")
    slowest = page.evaluate(
        """async () => {
          const frame = () => new Promise(done => requestAnimationFrame(done))
          const steps = []
          for (let step = 1; step <= 20; step++) {
            const start = performance.now()
            scrollTo({top: document.documentElement.scrollHeight * step / 20, behavior: 'instant'})
            document.body.getBoundingClientRect()
            steps.push(performance.now() - start)
            await frame()
          }
          return steps.sort((a, b) => a - b)[18]
        }"""
    )
    assert slowest < 100, f"a jump lays out in {slowest:.0f} ms"


def the_file_is_not_out_of_proportion(lab):
    per = (lab.folder / "many.html").stat().st_size / 10_000
    assert per < 6_000, f"{per:.0f} bytes a finding"

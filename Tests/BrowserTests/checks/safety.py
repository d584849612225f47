"""What an article or rule says is data, and the page needs nothing but itself."""

from harness import shown, until

# Every page that a run may write; the largest has a theme of its own.
REPORTS = ("samples", "mixed", "right-to-left", "hostile", "hostile-files", "empty", "problems", "thousand")
HOSTILE = ("hostile", "hostile-files")


def no_report_has_errors_or_asks_for_anything(lab):
    for report in REPORTS:
        page = lab.open(report)
        page.wait_for_load_state("networkidle")
        assert not lab.trouble, f"{report}: {lab.trouble[:5]}"


def no_report_has_errors_without_scripts(lab):
    for report in REPORTS:
        lab.open(report, scripts=False)
        assert not lab.trouble, f"{report}: {lab.trouble[:5]}"


def the_policy_lets_no_foreign_script_run(lab):
    page = lab.open("samples")
    page.evaluate(
        """() => {
          const script = document.createElement('script')
          script.textContent = 'window.owned = 1'
          document.body.append(script)
          document.body.insertAdjacentHTML('beforeend', '<b id=planted onclick="window.owned = 1">x</b>')
          document.getElementById('planted').click()
        }"""
    )
    assert page.evaluate("window.owned") is None, "an inline script ran"
    assert lab.forgive("Content Security Policy"), "the policy did not object"


def the_policy_lets_no_words_become_code(lab):
    page = lab.open("samples")
    refused = page.evaluate(
        """() => {
          const script = document.createElement('script')
          script.src = 'data:text/javascript,window.owned=1'
          document.body.append(script)
          const link = document.createElement('a')
          link.href = 'javascript:window.owned=1'
          document.body.append(link)
          link.click()
          return true
        }"""
    )
    page.wait_for_timeout(100)
    assert refused and page.evaluate("window.owned") is None, "a script address ran"
    assert lab.forgive("Content Security Policy"), "the policy did not object"


def the_policy_lets_nothing_be_loaded(lab):
    page = lab.open("samples")
    results = page.evaluate(
        """async () => {
          const tries = []
          tries.push(fetch('https://elsewhere.invalid/').then(() => 'fetched', () => 'refused'))
          for (const [tag, key] of [['img', 'src'], ['iframe', 'src'], ['link', 'href'], ['object', 'data']]) {
            const it = document.createElement(tag)
            if (tag === 'link') it.rel = 'stylesheet'
            it[key] = 'https://elsewhere.invalid/' + tag
            document.body.append(it)
          }
          return Promise.all(tries)
        }"""
    )
    page.wait_for_timeout(200)
    assert results == ["refused"], results
    assert lab.forgive("Content Security Policy"), "the policy did not object"
    # Nothing was asked for at all: the policy comes before the network.
    assert not lab.trouble, lab.trouble


def hostile_text_leaves_no_elements(lab):
    for report in HOSTILE:
        for scripts in (True, False):
            page = lab.open(report, scripts=scripts)
            found = page.evaluate(
                """() => [...document.querySelectorAll(
                     'planted-element, [planted], iframe, object, embed, base, link:not([rel=icon]), img[src^=http], '
                     + 'meta[http-equiv=refresh], [autofocus], [onfocus], [onload], [onerror], [onclick], [onmouseover]')]
                   .map(it => it.outerHTML.slice(0, 120))"""
            )
            assert found == [], f"{report}: {found}"


def hostile_text_is_all_shown(lab):
    page = lab.open("hostile")
    text = page.locator("body").inner_text()
    for part in ("<planted-element>", "{{{style}}}", "${window.owned=1}", "&lt;planted-element&gt;"):
        assert part in text, part
    assert shown(page) > 0


def hostile_text_does_not_run(lab):
    for report in HOSTILE:
        page = lab.open(report)
        page.mouse.move(400, 400)
        for _ in range(60):
            page.keyboard.press("Tab")
        # What only shows once it is opened.
        page.evaluate("document.querySelectorAll('details').forEach(it => it.open = true)")
        for it in page.locator("article.finding:visible").all()[:6]:
            it.hover()
        for key in ("j", "k", "j", "?", "Escape", "/", "Escape"):
            page.keyboard.press(key)
        assert page.evaluate("window.owned") is None, report
        assert page.url.split("#")[0].split("?")[0] == lab.address(report), page.url


def hostile_addresses_are_no_links(lab):
    for report in HOSTILE:
        page = lab.open(report)
        links = page.evaluate("[...document.querySelectorAll('[href]')].map(it => it.getAttribute('href'))")
        bad = [link for link in links if not link.startswith(("#", "https://example.org/", "./", "../", "articles/"))]
        bad = [link for link in bad if ":" in link or link.startswith("//")]
        assert bad == [], f"{report}: {bad}"


def hostile_addresses_of_the_page_do_not_run(lab):
    payload = '"><img src=x onerror=window.owned=1><script>window.owned=1</script>'
    for at in ("#" + payload, "?q=" + payload, "#q=" + payload, "#verdict=" + payload, "?verdict=__proto__&rule=constructor",
               "#%", "?q=%E0%A4%A", "#'];window.owned=1;['"):
        page = lab.open("samples", at=at)
        page.wait_for_timeout(50)
        assert page.evaluate("window.owned") is None, at
        assert page.locator("img[onerror], article script").count() == 0, at
        assert not lab.trouble, f"{at}: {lab.trouble}"
        page.context.close()


def foreign_links_tell_nobody_where_they_are(lab):
    page = lab.open("samples")
    links = page.evaluate(
        "[...document.querySelectorAll('a[href^=http]')].map(it => [it.href, it.rel])")
    assert links, "the samples have addresses"
    for href, rel in links:
        assert "noopener" in rel and "noreferrer" in rel, f"{href}: {rel}"
    assert page.locator("meta[name=referrer]").get_attribute("content") == "no-referrer"


def nothing_is_kept_on_the_machine(lab):
    page = lab.open("samples")
    page.keyboard.press("j")
    left = page.evaluate("[document.cookie, Object.keys(sessionStorage).length]")
    assert left == ["", 0], left
    kept = page.evaluate("Object.keys(localStorage)")
    # What the reader chose may be: the scheme, and whether keys are on.
    assert all(key.startswith("factcheck-") for key in kept), kept

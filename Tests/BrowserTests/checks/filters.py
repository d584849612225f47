"""Filters, and their place in the address."""

from urllib.parse import parse_qs

from harness import shown, until


def _set(page, **values):
    for name, value in values.items():
        control = page.locator(f"#filters [name={name}]")
        if name == "q":
            control.fill(value)
        else:
            control.select_option(value)


def _values(page, name):
    return page.locator(f"#filters [name={name}] option").evaluate_all("its => its.map(it => it.value).filter(Boolean)")


def _findings(page, where=""):
    """What is left, by its data; folded ones too."""
    return page.evaluate(
        """where => [...document.querySelectorAll('[data-finding]' + where)].filter(it => !it.hidden)
             .map(it => ({...it.dataset, text: it.textContent}))""",
        where,
    )


def _state(page):
    # As the page itself sees it: what the driver knows may lag behind.
    return {name: values[0] for name, values in parse_qs(page.evaluate("location.hash.slice(1)")).items()}


def each_verdict_leaves_its_own(lab):
    page = lab.open("mixed")
    every = len(_findings(page))
    total = 0
    for verdict in _values(page, "verdict"):
        _set(page, verdict=verdict)
        left = _findings(page)
        assert left and all(it["verdict"] == verdict for it in left), verdict
        total += len(left)
    assert total == every, "each finding has one verdict"
    _set(page, verdict="")
    assert len(_findings(page)) == every


def each_rule_leaves_its_own(lab):
    page = lab.open("mixed")
    for rule in _values(page, "rule"):
        _set(page, rule=rule)
        left = _findings(page)
        assert left and all(it["rule"] == rule for it in left), rule


def each_article_leaves_those_that_quote_it(lab):
    page = lab.open("mixed")
    every = _findings(page)
    options = page.locator("#filters [name=article] option").evaluate_all(
        "its => its.filter(it => it.value).map(it => [it.value, it.dataset.place])")
    assert len(options) == 12
    for article, place in options:
        _set(page, article=article)
        assert len(_findings(page)) == sum(place in it["articles"].split() for it in every), article


def each_language_leaves_those_that_quote_it(lab):
    page = lab.open("mixed")
    for language in _values(page, "language"):
        _set(page, language=language)
        left = _findings(page)
        assert left and all(language in it["languages"].split() for it in left), language


def each_standing_leaves_its_own(lab):
    page = lab.open("mixed")
    assert _values(page, "standing") == ["new", "known", "suppressed"]
    for standing in _values(page, "standing"):
        _set(page, standing=standing)
        left = _findings(page)
        assert left and all(it["standing"] == standing for it in left), standing


def words_find_what_findings_say(lab):
    page = lab.open("mixed")
    for words, some in (("sector 17:", "sector 17:"), ("SECTOR 17:", "sector 17:"), ("1,007", "1,007"), ("ministere", "ministère")):
        _set(page, q=words)
        left = _findings(page)
        assert left and all(some in it["text"] for it in left), words
    _set(page, q="nothing that anybody wrote")
    assert _findings(page) == []


def words_of_every_script_are_found(lab):
    page = lab.open("mixed")
    for words in ("وقالت", "国防部", "לדברי", "Ministeriums"):
        _set(page, q=words)
        assert _findings(page), words


def all_words_must_fit(lab):
    page = lab.open("mixed")
    _set(page, q="ministry disputed")
    left = _findings(page)
    assert left and all("ministry" in it["text"] and "disputed" in it["text"] for it in left)


def filters_add_up(lab):
    page = lab.open("mixed")
    _set(page, verdict="contradiction", language="fr", q="figures")
    left = _findings(page)
    assert all(it["verdict"] == "contradiction" and "fr" in it["languages"].split() for it in left)
    _set(page, language="")
    assert len(_findings(page)) > len(left)


def what_is_left_is_counted_and_said(lab):
    page = lab.open("mixed")
    status = page.locator("#status")
    assert status.get_attribute("aria-live") == "polite"
    assert "30" in status.inner_text()
    _set(page, verdict="changed")
    assert f"{len(_findings(page))} of 30" in status.inner_text(), status.inner_text()


def a_page_with_nothing_left_says_so(lab):
    page = lab.open("mixed")
    assert not page.locator("#none").is_visible()
    _set(page, q="nothing that anybody wrote")
    assert page.locator("#none").is_visible() and shown(page) == 0
    page.locator("#filters button[type=reset]").click()
    until(lambda: shown(page) > 0, "the button clears the filters")
    assert not page.locator("#none").is_visible()


def the_matrix_follows_the_rule(lab):
    page = lab.open("mixed")
    rule = _values(page, "rule")[0]
    _set(page, rule=rule)
    rows = page.locator("#matrix tbody tr:visible").evaluate_all("its => its.map(it => it.dataset.rule)")
    assert rows == [rule], rows


def the_address_holds_the_filters(lab):
    page = lab.open("mixed")
    _set(page, verdict="disputed", language="fr", q="secteur & 100 %")
    until(lambda: len(_state(page)) == 3, f"the address is {page.url}")
    assert _state(page) == {"verdict": "disputed", "language": "fr", "q": "secteur & 100 %"}
    _set(page, verdict="", language="", q="")
    until(lambda: _state(page) == {}, f"the address is {page.url}")


def a_page_that_is_opened_again_shows_the_same(lab):
    page = lab.open("mixed")
    _set(page, verdict="disputed", language="fr", standing="new", q="figures")
    left = [it["id"] for it in _findings(page)]
    page.reload()
    assert [it["id"] for it in _findings(page)] == left and left
    for name, value in (("verdict", "disputed"), ("language", "fr"), ("standing", "new"), ("q", "figures")):
        assert page.locator(f"#filters [name={name}]").input_value() == value
    other = lab.open("mixed", at="#" + page.url.partition("#")[2])
    assert [it["id"] for it in _findings(other)] == left


def an_address_typed_in_is_followed(lab):
    page = lab.open("mixed")
    page.evaluate("location.hash = 'verdict=changed'")
    until(lambda: {it["verdict"] for it in _findings(page)} == {"changed"}, "the filter of the address is not set")
    page.go_back()
    until(lambda: len(_findings(page)) == 30, "going back does not clear the filter")


def values_that_do_not_exist_filter_nothing(lab):
    page = lab.open("mixed", at="#verdict=no&rule=__proto__&article=constructor&language=&standing=%00&x=y")
    assert len(_findings(page)) == 30
    assert page.locator("#filters [name=verdict]").input_value() == ""


def links_inside_the_page_keep_the_filters(lab):
    page = lab.open("mixed", reduced_motion="reduce")
    _set(page, verdict="contradiction")
    left = [it["id"] for it in _findings(page)]
    page.locator("article.finding:visible .permalink").first.click()
    assert _state(page).get("verdict") == "contradiction" and _state(page).get("at", "").startswith("f-")
    page.reload()
    assert [it["id"] for it in _findings(page)] == left


def a_thousand_are_filtered_in_a_tenth_of_a_second(lab):
    page = lab.open("thousand")
    took = page.evaluate(
        """async () => {
          const form = document.getElementById('filters')
          const set = async (name, value) => {
            const control = form.elements.namedItem(name)
            control.value = value
            const start = performance.now()
            control.dispatchEvent(new Event('input', {bubbles: true}))
            const took = performance.now() - start
            await new Promise(done => requestAnimationFrame(() => setTimeout(done)))
            return took
          }
          const best = {}
          for (let turn = 0; turn < 4; turn++) {
            for (const [name, value] of [['verdict', 'disputed'], ['verdict', ''], ['language', 'fr'], ['language', ''],
                                         ['rule', 'soldiers-3'], ['rule', '']]) {
              const took = await set(name, value)
              const key = name + '=' + value
              best[key] = Math.min(best[key] ?? Infinity, took)
            }
          }
          return best
        }"""
    )
    slow = {name: round(ms) for name, ms in took.items() if ms > 100}
    assert not slow, f"milliseconds: {slow}"


def a_thousand_are_searched_in_a_tenth_of_a_second(lab):
    page = lab.open("thousand")
    console = page.context.new_cdp_session(page)
    console.send("Performance.enable")

    def script():
        metrics = console.send("Performance.getMetrics")["metrics"]
        return sum(it["value"] for it in metrics if it["name"] == "ScriptDuration")

    took = []
    for words, count in (("sector 977:", 1), ("1,500", None), ("ministry disputed", None), ("sector 9", None)):
        before = script()
        _set(page, q=words)
        until(lambda: "of" in page.locator("#status").inner_text() and _state(page).get("q") == words, words)
        took.append(script() - before)
        if count:
            assert len(_findings(page)) == count, words
    # The first search reads the page's words; all count, but a busy machine may spoil one.
    assert sorted(took)[-2] < 0.1, f"seconds of script: {[round(each, 3) for each in took]}"
    assert took[0] < 0.3, f"the first search: {took[0]:.3f} s of script"


def languages_have_names(lab):
    page = lab.open("samples")
    options = dict(page.locator("#filters [name=language] option").evaluate_all("its => its.map(it => [it.value, it.textContent])"))
    assert options["fr"] == "French (fr)" and options["ar"] == "Arabic (ar)", options


def words_in_a_fold_are_found_and_shown(lab):
    page = lab.open("samples")
    # A word that stands in folds only.
    id, word = page.evaluate(
        """() => {
          const words = text => new Set(text.match(/[a-z]{6,}/g) || [])
          for (const card of document.querySelectorAll('article.finding:has(.others)')) {
            const rest = card.cloneNode(true)
            rest.querySelectorAll('.others').forEach(it => it.remove())
            const seen = words(rest.textContent.toLowerCase())
            const folded = [...card.querySelectorAll('.others blockquote')].map(it => it.textContent.toLowerCase()).join(' ')
            for (const word of words(folded)) if (!rest.textContent.toLowerCase().includes(word)) return [card.id, word]
          }
          return [null, null]
        }"""
    )
    assert word, "no word that only a fold has"
    _set(page, q=word)
    card = page.locator(f"#{id}")
    until(lambda: card.is_visible() and shown(page) < page.locator("article.finding").count(), f"{word} does not filter")
    assert card.locator(".others blockquote", has_text=word).first.is_visible(), f"{word} stays in the fold"

"use strict";
(() => {
  const html = document.documentElement;
  const $ = (selector, from = document) => from.querySelector(selector);
  const all = (selector, from = document) => Array.from(from.querySelectorAll(selector));
  html.classList.add("js");

  // Storage may be forbidden, as in pages opened from a disk: the page then merely forgets.
  const remembered = name => { try { return localStorage.getItem("factcheck-" + name); } catch { return null; } };
  const remember = (name, value) => { try { localStorage.setItem("factcheck-" + name, value); } catch {} };

  // The scheme.
  const theme = $("#theme");
  const system = matchMedia("(prefers-color-scheme: dark)");
  const isDark = () => html.dataset.theme ? html.dataset.theme === "dark" : system.matches;
  const showTheme = () => theme.setAttribute("aria-pressed", String(isDark()));
  const chosen = remembered("theme");
  if (chosen === "dark" || chosen === "light") html.dataset.theme = chosen;
  theme.addEventListener("click", () => {
    html.dataset.theme = isDark() ? "light" : "dark";
    remember("theme", html.dataset.theme);
    showTheme();
  });
  system.addEventListener("change", showTheme);
  showTheme();

  // Findings, read from the page once; their words only when somebody searches.
  const form = $("#filters");
  const names = ["verdict", "rule", "article", "language", "standing"];
  const findings = all("[data-finding]").map(element => ({
    element,
    verdict: element.dataset.verdict,
    rule: element.dataset.rule,
    article: new Set(element.dataset.articles.split(" ")),
    language: new Set(element.dataset.languages.split(" ")),
    standing: element.dataset.standing,
    words: null,
    folds: null,
    front: null,
    shown: true,
  }));
  const byRule = all("#matrix tbody tr, #timelines .timeline");
  const status = $("#status");
  const fold = text => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  const number = count => count.toLocaleString("en");
  const control = name => form && form.elements.namedItem(name);

  const wordsOf = finding => finding.words ??= fold(finding.element.textContent);

  // What is found in a fold and nowhere else on the card is shown.
  function unfold(finding, words) {
    finding.folds ??= all(".others:not([open])", finding.element).map(element => ({ element, words: fold(element.textContent) }));
    if (!finding.folds.length) return;
    finding.front ??= fold(all("header, .position > :not(.others), footer", finding.element).map(it => it.textContent).join(" "));
    const hidden = words.filter(word => !finding.front.includes(word));
    for (const { element, words } of finding.folds) {
      if (hidden.some(word => words.includes(word))) element.open = true;
    }
  }

  // A first search need not wait for all words: they are read while nothing else is to be done.
  let next = 0;
  function readAhead(deadline) {
    while (next < findings.length && deadline.timeRemaining() > 2) wordsOf(findings[next++]);
    if (next < findings.length) requestIdleCallback(readAhead);
  }
  if (typeof requestIdleCallback === "function") requestIdleCallback(readAhead);

  function wanted() {
    const state = {};
    for (const name of names) {
      const select = control(name);
      if (select && select.value) state[name] = select.value;
    }
    const words = form ? control("q").value.trim() : "";
    if (words) state.q = words;
    return state;
  }

  function apply() {
    if (!form) return;
    const state = wanted();
    const option = state.article && control("article").selectedOptions[0];
    const place = option ? option.dataset.place : null;
    const words = state.q ? fold(state.q).split(/\s+/) : [];
    let count = 0;
    let cards = 0;
    for (const finding of findings) {
      let fits = (!state.verdict || finding.verdict === state.verdict)
        && (!state.rule || finding.rule === state.rule)
        && (!place || finding.article.has(place))
        && (!state.language || finding.language.has(state.language))
        && (!state.standing || finding.standing === state.standing);
      if (fits && words.length) {
        const text = wordsOf(finding);
        fits = words.every(word => text.includes(word));
        if (fits) unfold(finding, words);
      }
      if (fits) count++;
      if (fits && !finding.element.closest("details")) cards++;
      if (fits !== finding.shown) {
        finding.shown = fits;
        finding.element.hidden = !fits;
      }
    }
    for (const element of byRule) {
      const hide = Boolean(state.rule) && element.dataset.rule !== state.rule;
      if (element.hidden !== hide) element.hidden = hide;
    }
    const isFiltered = Object.keys(state).length > 0;
    const text = (isFiltered ? status.dataset.some : status.dataset.all)
      .replace("{n}", number(count)).replace("{all}", number(findings.length));
    if (status.textContent !== text) status.textContent = text;
    const none = $("#none");
    if (none) none.hidden = cards > 0;
    // What fits may lie in a fold.
    const agreeing = $("#agreeing");
    if (agreeing && isFiltered && !cards && count) agreeing.open = true;
  }

  // The address holds the filters, and the place that the reader went to.
  function address(at) {
    const state = new URLSearchParams(wanted());
    if (![...state].length) return at ? "#" + at : "";
    if (at) state.set("at", at);
    return "#" + state;
  }

  function write(at) {
    const text = address(at);
    try {
      history.replaceState(null, "", text || location.pathname + location.search);
    } catch {
      location.hash = text;
    }
  }

  function read(isAtStart) {
    const hash = location.hash.slice(1);
    const isState = hash.includes("=");
    const state = new URLSearchParams(isState ? hash : "");
    set(state);
    reveal(isState ? state.get("at") : decode(hash), isAtStart);
  }

  /// Brings the controls to what an address says; what it leaves out is all.
  function set(state) {
    if (!form) return;
    for (const name of names) {
      const select = control(name);
      if (!select) continue;
      const value = state.get(name) || "";
      select.value = all("option", select).some(option => option.value === value) ? value : "";
    }
    control("q").value = state.get("q") || "";
    apply();
  }

  function decode(text) { try { return decodeURIComponent(text); } catch { return text; } }

  /// Brings an element to the reader, out of folds and past filters.
  function reveal(id, isAtStart) {
    const target = id && document.getElementById(id);
    if (!target) return;
    const finding = target.closest("[data-finding]");
    if (finding && finding.hidden) { set(new URLSearchParams()); write(id); }
    for (let fold = target.closest("details"); fold; fold = fold.parentElement.closest("details")) fold.open = true;
    target.scrollIntoView({ block: "start", behavior: isAtStart ? "instant" : "auto" });
    if (target.matches("[tabindex]")) target.focus({ preventScroll: true });
  }

  if (form) {
    let timer = 0;
    form.addEventListener("input", event => {
      clearTimeout(timer);
      const change = () => {
        apply();
        // The browser lays the page out anew before it changes the address: on a large page what fits is shown first.
        if (findings.length > 300) setTimeout(() => write(), 60); else write();
      };
      if (event.target.name === "q" && findings.length > 300) timer = setTimeout(change, 80); else change();
    });
    form.addEventListener("reset", () => setTimeout(() => { apply(); write(); }));
    form.addEventListener("submit", event => event.preventDefault());
    apply();
  }
  // What is scrolled to must not end below the filters, where these stay in view.
  const measure = () => {
    const sticks = form && getComputedStyle(form).position === "sticky";
    html.style.setProperty("--bar", (sticks ? form.offsetHeight : 0) + "px");
  };
  addEventListener("resize", measure);
  measure();

  addEventListener("hashchange", () => read(false));
  read(true);

  // Keys.
  const help = $("#help");
  const keysOn = $("#keys-on");
  keysOn.checked = remembered("keys") !== "off";
  keysOn.addEventListener("change", () => remember("keys", keysOn.checked ? "on" : "off"));

  function move(step) {
    const shown = findings.filter(finding => finding.shown && !finding.element.closest("details:not([open])"));
    if (!shown.length) return;
    const here = document.activeElement && document.activeElement.closest("[data-finding]");
    let next = shown.findIndex(finding => finding.element === here);
    if (next >= 0) {
      next += step;
    } else {
      const line = scrollY + 1;
      next = shown.findIndex(finding => finding.element.getBoundingClientRect().top + scrollY > line);
      if (next < 0) next = shown.length - 1;
      if (step < 0 && next > 0) next--;
    }
    const target = shown[Math.max(0, Math.min(shown.length - 1, next))].element;
    target.focus({ preventScroll: true });
    target.scrollIntoView({ block: "start" });
  }

  document.addEventListener("keydown", event => {
    if (event.ctrlKey || event.altKey || event.metaKey || event.isComposing) return;
    const field = event.target.closest("input:not([type=checkbox]), select, textarea");
    if (event.key === "Escape" && field && field.name === "q") {
      field.value = "";
      apply();
      write();
      field.blur();
      return;
    }
    if (field || document.querySelector("dialog[open]") || !keysOn.checked) return;
    switch (event.key) {
      case "j": move(1); break;
      case "k": move(-1); break;
      case "/": if (form) control("q").focus(); break;
      case "?": help.showModal(); break;
      default: return;
    }
    event.preventDefault();
  });

  // Copying.
  const copied = $("#copied");
  let said = 0;

  function byHand(text) {
    const area = $("#copy-text");
    area.value = text;
    $("#copy").showModal();
    area.select();
    try { return document.execCommand("copy"); } catch { return false; }
  }

  async function copy(text) {
    let done = false;
    try {
      await navigator.clipboard.writeText(text);
      done = true;
    } catch {
      done = byHand(text);
      if (done) $("#copy").close();
    }
    if (!done) return;
    copied.textContent = copied.dataset.done;
    clearTimeout(said);
    said = setTimeout(() => { copied.textContent = ""; }, 2500);
  }

  document.addEventListener("click", event => {
    const button = event.target.closest("button");
    if (button && button.id === "help-open") help.showModal();
    if (button && "close" in button.dataset) button.closest("dialog").close();
    if (button && button.dataset.copy === "link") {
      copy(location.href.split("#")[0] + "#" + button.closest("[data-finding]").id);
    }
    if (button && button.dataset.copy === "baseline") copy(button.dataset.text);
    // A link inside the page keeps the filters in the address.
    const link = event.target.closest("a[href^='#']");
    if (link && Object.keys(wanted()).length && !event.ctrlKey && !event.metaKey && !event.shiftKey) {
      event.preventDefault();
      const id = decode(link.getAttribute("href").slice(1));
      reveal(id);
      write(id);
    }
  });

  // What a mark of a timeline says.
  const tell = event => {
    const mark = event.target.closest && event.target.closest(".timeline .mark");
    if (!mark) return;
    const readout = $(".readout", mark.closest(".timeline"));
    const title = $("title", mark);
    if (readout && title) readout.textContent = title.textContent;
  };
  document.addEventListener("focusin", tell);
  document.addEventListener("mouseover", tell);

  // Paper has no folds to open.
  let opened = [];
  addEventListener("beforeprint", () => {
    opened = all("details:not([open])");
    for (const fold of opened) fold.open = true;
  });
  addEventListener("afterprint", () => {
    for (const fold of opened) fold.open = false;
    opened = [];
  });
})();

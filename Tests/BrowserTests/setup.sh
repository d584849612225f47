# Sourced by bin/test after bin/setup.sh: what the browser tests need, in .build/browser. Where it cannot be had, the
# file .build/browser/missing says why, those tests are skipped, and nothing else fails.

# Chromium, Python with its venv, and small fonts for the scripts that the sample articles are written in.
browser_packages="chromium python3 python3-venv fonts-dejavu-core fonts-hosny-amiri fonts-droid-fallback"

require_browser() {
  browser=$root/.build/browser
  if ! mkdir -p "$browser" 2>/dev/null || ! [ -w "$browser" ]; then
    say "the browser tests will be skipped: cannot write to .build/browser"
    return 0
  fi
  # In a subshell: what ends the set-up must not end the tests.
  if (install_browser) 3>&2 2>"$browser/log"; then
    rm -f "$browser/missing"
    return
  fi
  # The last line that a tool wrote is as a rule the one that says why.
  why=$(sed -e '/^[[:space:]]*$/d' -e 's/^factcheck: //' "$browser/log" | tail -n 1)
  printf '%s\n' "${why:-the set-up failed}" >"$browser/missing" || true
  say "the browser tests will be skipped: ${why:-the set-up failed} (the whole log: .build/browser/log)"
}

# Whether there is a browser where Browser.swift looks for one, and it starts: Ubuntu's package may be an empty shell.
find_chromium() {
  for chromium in chromium chromium-browser google-chrome; do
    for folder in /usr/bin /usr/local/bin /snap/bin; do
      if [ -x "$folder/$chromium" ] && "$folder/$chromium" --version >/dev/null 2>&1; then return 0; fi
    done
  done
  return 1
}

# Called where `set -e` does not hold, so that each step says what a failure does.
install_browser() {
  if command -v dpkg-query >/dev/null 2>&1 && command -v apt-get >/dev/null 2>&1; then
    packages=$browser_packages
    # Another browser that can drive the tests will do.
    if find_chromium; then packages="${packages#chromium }"; fi
    # shellcheck disable=SC2086
    missing=$(missing_packages $packages)
    [ -z "$missing" ] || say "installing for the browser tests: $missing" 2>&3
    require_packages
  fi
  find_chromium || fail "there is no Chromium that starts"
  # The interpreter that python3-venv belongs to, whatever else stands before it.
  python=/usr/bin/python3
  [ -x "$python" ] || python=$(command -v python3) || fail "Python 3 is missing"

  wanted=$root/Tests/BrowserTests/requirements.txt
  venv=$browser/venv
  if cmp -s "$wanted" "$venv/requirements.txt" && "$venv/bin/python" -c 'import playwright.sync_api' 2>/dev/null; then return; fi
  say "fetching the driver of the browser tests" 2>&3
  rm -rf "$venv"
  "$python" -m venv "$venv" >&2 &&
    "$venv/bin/python" -m pip install --quiet --disable-pip-version-check --no-input --retries 1 --timeout 30 \
      --requirement "$wanted" >&2 &&
    cp "$wanted" "$venv/requirements.txt"
}

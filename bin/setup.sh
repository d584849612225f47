# Sourced by the other scripts: what a fresh machine lacks. Says what it does on standard error only, so that
# the output of the program stays clean. Needs $root, the folder of the repository.

# What Package.swift links, and the headers that the C targets include.
packages="libicu-dev libcld2-dev libcmark-gfm-dev libcmark-gfm-extensions-dev libstemmer-dev libxml2-dev zlib1g-dev pkg-config"

say() { printf 'factcheck: %s\n' "$*" >&2; }

# The program's own status for "the run could not be trusted".
fail() {
  say "$@"
  exit 2
}

# Finds Swift, also where an installer put it without telling this shell.
require_swift() {
  command -v swift >/dev/null 2>&1 && return
  for folder in "${SWIFTLY_BIN_DIR:-}" "${HOME:-}/.local/share/swiftly/bin" /opt/swift/usr/bin /usr/local/swift/usr/bin; do
    if [ -n "$folder" ] && [ -x "$folder/swift" ]; then
      PATH=$folder:$PATH
      export PATH
      return
    fi
  done
  fail "Swift is missing. Get 6.2 or later from https://www.swift.org/install/ (on Linux, Swiftly is the short way)," \
    "open a new shell so that 'swift --version' answers, and try again."
}

# Prints those packages of "$@" that are not installed.
missing_packages() {
  for package in "$@"; do
    case $(dpkg-query -W -f '${db:Status-Status}' "$package" 2>/dev/null || true) in
      installed*) ;;
      *) printf '%s ' "$package" ;;
    esac
  done
}

# Installs the Debian packages that are missing; does nothing, and needs no network, where all are there.
require_packages() {
  if ! command -v dpkg-query >/dev/null 2>&1 || ! command -v apt-get >/dev/null 2>&1; then
    say "this is no Debian or Ubuntu; taking it that ICU, CLD2, cmark-gfm and Snowball's libstemmer are installed."
    return
  fi
  # SwiftPM fetches the Swift packages with git.
  command -v git >/dev/null 2>&1 || packages="$packages git"
  # shellcheck disable=SC2086
  missing=$(missing_packages $packages)
  missing=${missing% }
  [ -n "$missing" ] || return 0

  if [ "$(id -u)" -eq 0 ]; then
    as_root=env
  elif command -v sudo >/dev/null 2>&1; then
    # Without a terminal nobody can type a password: fail at once instead of waiting for one.
    if [ -t 0 ]; then as_root="sudo env"; else as_root="sudo -n env"; fi
  else
    fail "these Debian packages are missing, and only root can install them: $missing" \
      "(as root: apt-get update && apt-get install --yes $missing)"
  fi
  say "installing $missing"
  get="$as_root DEBIAN_FRONTEND=noninteractive apt-get -o DPkg::Lock::Timeout=300"
  # An update that fails is no reason to stop: the lists may be good enough.
  $get update >&2 || say "apt-get update failed; trying with the package lists that are there."
  # shellcheck disable=SC2086
  $get install --yes --no-install-recommends $missing >&2 ||
    fail "these Debian packages could not be installed: $missing" \
      "(try it by hand: apt-get update && apt-get install $missing)"
}

# Builds a product in release, always with the same options, so that none undoes another's work. With Swift's own
# libraries inside, programs start twice as fast and run where there is no Swift.
build_release() {
  inside=--static-swift-stdlib
  [ -d "$(swift -print-target-info | sed -n 's/.*"runtimeResourcePath": "\(.*\)".*/\1/p')_static" ] || inside=
  swift build --package-path "$root" --configuration release --product "$1" $inside >&2 ||
    fail "the build failed; the lines above say why."
}

# Runs a command while no other call of these scripts installs or builds.
with_lock() {
  mkdir -p "$root/.build" || fail "cannot write to $root/.build"
  if ! command -v flock >/dev/null 2>&1; then
    "$@"
    return
  fi
  # The command itself does not inherit the lock: what it leaves running must not hold it.
  {
    flock -n 9 || {
      say "another call is setting up; waiting for it."
      flock 9
    }
    "$@" 9>&-
  } 9>"$root/.build/factcheck.lock"
}

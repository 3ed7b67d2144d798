#!/bin/sh
# Makes .venv ready, and with "browser" also Chromium, Chinese fonts and nginx for the tests.
# Safe to run at any time, to kill at any time, and to run twice at once.
#
#   ./set-up.sh            Python and its packages
#   ./set-up.sh browser    the same, a browser, fonts and nginx
#
# PYTHON=/path/to/python, CHROMIUM=/path/to/browser and NGINX=/path/to/nginx choose what is used. Exit code: 0 ready, 2 not.
set -eu
cd "$(dirname "$0")"

supported='3.11, 3.12 and 3.13'
stamp=.venv/ready
project_stamp=.venv/ready-project
browser_stamp=.venv/browser
nginx_stamp=.venv/nginx-path
log=.venv/set-up.log

say() { echo "set-up: $*"; }
fail() { # first line, further lines
  echo "set-up: $1" >&2
  shift
  for line in "$@"; do echo "  $line" >&2; done
  exit 2
}
has() { command -v "$1" >/dev/null 2>&1; }

# ---- Python ----

# Prints "CPython 3.12.1 /usr". Fails for what does not run, such as a pyenv shim.
identity() {
  "$1" -c 'import platform as p, sys
print(p.python_implementation(), p.python_version(), sys.base_prefix)' 2>/dev/null
}

is_supported() {
  case "$(identity "$1")" in 'CPython 3.11.'* | 'CPython 3.12.'* | 'CPython 3.13.'*) ;; *) return 1 ;; esac
}

find_python() {
  if [ -n "${PYTHON-}" ]; then
    found=$(identity "$PYTHON") || fail "PYTHON=$PYTHON does not run."
    is_supported "$PYTHON" || fail "CPython $supported are supported; PYTHON=$PYTHON is ${found%% /*}."
    python=$PYTHON
    return
  fi
  # The last four: a shim that does not run may hide the system's own Python.
  for python in python3.11 python3.12 python3.13 python3 \
    /usr/bin/python3.11 /usr/bin/python3.12 /usr/bin/python3.13 /usr/bin/python3; do
    if is_supported "$python"; then return; fi
  done
  python=
}

# ---- What the system must have ----

needs=
need() { needs="$needs $*"; }

check_python() {
  facts=$("$python" -c 'import sys, sysconfig
print("%d.%d" % sys.version_info[:2])
print(sysconfig.get_config_var("CC") or "cc")
print(sysconfig.get_config_var("INCLUDEPY"))')
  version=$(echo "$facts" | sed -n 1p)
  cc=${CC:-$(echo "$facts" | sed -n 2p)}
  header=$(echo "$facts" | sed -n 3p)/Python.h

  echo '#include <stdlib.h>' | $cc -E - >/dev/null 2>&1 || need gcc libc6-dev
  "$python" -c 'import ensurepip, venv' 2>/dev/null || need_for_python venv 'modules "venv" and "ensurepip"'
  [ -f "$header" ] || need_for_python dev "header $header"
}

# apt-get can complete the system's own Python, and no other.
need_for_python() {
  case "$(identity "$python")" in
    *' /usr') need "python$version-$1" ;;
    *) fail "$python lacks its $2. Choose a complete Python ($supported) with PYTHON=/path/to/python." ;;
  esac
}

# Each is run to see: a snap's stub is in the path, too, but may not work.
find_browser() {
  own=${PLAYWRIGHT_BROWSERS_PATH:-${HOME-}/.cache/ms-playwright}
  if [ -n "${CHROMIUM-}" ]; then
    set -- "$CHROMIUM"
  else
    set -- chromium google-chrome \
      "$own"/chromium*/*/chrome "$own"/chromium*/*/headless_shell "$own"/chromium*/*/chrome-headless-shell
  fi
  for browser in "$@"; do
    if "$browser" --version >/dev/null 2>&1; then
      browser=$(command -v "$browser")
      return
    fi
  done
  browser=
  [ -z "${CHROMIUM-}" ] || fail "CHROMIUM=$CHROMIUM does not run."
}

has_chinese_fonts() { has fc-list && [ -n "$(fc-list :lang=zh)" ]; }

check_browser() {
  find_browser
  # Ubuntu's package only fetches a snap, which does not work everywhere: see the end.
  [ -n "$browser" ] || grep -qx 'ID=ubuntu' /etc/os-release || need chromium
  has_chinese_fonts || need fontconfig fonts-noto-cjk
}

find_nginx() {
  if [ -n "${NGINX-}" ]; then
    set -- "$NGINX"
  else
    set -- nginx /usr/sbin/nginx "$PWD/.venv/nginx/usr/sbin/nginx"
  fi
  for nginx in "$@"; do
    if "$nginx" -v >/dev/null 2>&1; then
      nginx=$(command -v "$nginx")
      return
    fi
  done
  nginx=
  [ -z "${NGINX-}" ] || fail "NGINX=$NGINX does not run."
}

# Unpacked, not installed: Debian's package would start a server on this machine.
unpack_nginx() {
  has apt-get && has dpkg-deb || fail 'nginx is missing on this system. Install it, or set NGINX=/path/to/nginx.'
  say 'fetching nginx with apt-get'
  rm -rf .venv/nginx
  mkdir -p .venv/nginx
  noise=$(mktemp)
  if ! download_nginx >"$noise" 2>&1 && [ "$(id -u)" = 0 ]; then
    { apt-get update && download_nginx; } </dev/null >"$noise" 2>&1 9<&- || true
  fi
  for package in .venv/nginx/*.deb; do
    if [ -f "$package" ]; then dpkg-deb -x "$package" .venv/nginx; fi
  done
  find_nginx
  [ -n "$nginx" ] || { cat "$noise" >&2; rm -f "$noise"; fail 'nginx could not be fetched; what was said stands above.' \
    'Run this line, then try again: sudo apt-get update' 'Or set NGINX=/path/to/nginx.'; }
  rm -f "$noise" .venv/nginx/*.deb
}

# The program has been in nginx-core on older systems.
download_nginx() {
  (cd .venv/nginx && apt-get download nginx nginx-common && { apt-get download nginx-core || true; })
}

install_needs() {
  [ -n "$needs" ] || return 0
  has apt-get || fail "missing on this system:$needs (Debian's names). Install them, then try again."
  as_root=
  if [ "$(id -u)" != 0 ]; then
    as_root='sudo -n'
    $as_root true 2>/dev/null || fail 'packages are missing. Run this line, then try again:' \
      "sudo apt-get update && sudo apt-get install -y --no-install-recommends$needs"
  fi
  say "installing with apt-get:$needs"
  noise=$(mktemp)
  # shellcheck disable=SC2086  # both are lists of words
  if { $as_root apt-get update && $as_root env DEBIAN_FRONTEND=noninteractive \
    apt-get install -y --no-install-recommends $needs; } </dev/null >"$noise" 2>&1 9<&-; then
    rm -f "$noise"
    needs=
  else
    cat "$noise" >&2
    rm -f "$noise"
    fail "apt-get could not install:$needs"
  fi
}

# ---- .venv ----

# What .venv is made from. The folder counts, for scripts in .venv hold its path.
ingredients() { { cat requirements.lock set-up.sh && pwd -P && identity "$1"; } | sha256sum; }

holds() { [ -f "$1" ] && [ "$(cat "$1")" = "$2" ]; }

# Written aside, then renamed: a stamp is whole or absent.
write_stamp() { echo "$2" >"$1.new" && mv "$1.new" "$1"; }

# Without PYTHON a good .venv stays, whichever supported Python it was made with.
venv_is_ready() {
  holds "$stamp" "$(ingredients "${PYTHON:-.venv/bin/python}")" && is_supported .venv/bin/python
}

# The lock without durable_rules (wheels), or durable_rules alone (durable).
lock_of() {
  awk -v wanted="$1" '
    /^[a-z0-9]/ { part = /^durable-rules==/ ? "durable" : "wheels" }
    part == wanted' requirements.lock
}

pip_install() {
  .venv/bin/python -m pip --no-input --disable-pip-version-check install "$@" >"$log" 2>&1 </dev/null || {
    cat "$log" >&2
    fail 'pip failed; what it said stands above.'
  }
}

make_venv() {
  say "making .venv with $(identity "$python")"
  rm -rf .venv
  "$python" -m venv .venv >&2 || fail "$python could not make .venv."

  lock_of wheels >.venv/wheels.txt
  lock_of durable >.venv/durable.txt
  say "installing $(grep -c '^[a-z]' .venv/wheels.txt) packages"
  pip_install --require-hashes --only-binary :all: --requirement .venv/wheels.txt

  # Python 3.13 has lost PyEval_CallObject, which durable_rules calls. No cache: it may hold a wheel
  # built without this cure. No build isolation: setuptools comes from the lock, too.
  say 'building durable_rules'
  export CPPFLAGS="-DPyEval_CallObject=PyObject_CallObject ${CPPFLAGS-}"
  pip_install --require-hashes --no-cache-dir --no-build-isolation --use-pep517 --requirement .venv/durable.txt
  .venv/bin/python -c 'import durable.lang' || fail \
    'durable_rules was built but cannot be imported: see above.' \
    'It must be built with CPPFLAGS=-DPyEval_CallObject=PyObject_CallObject, and not come from a cache.' \
    'Delete .venv and run ./set-up.sh again. If that does not help, try another Python: PYTHON=python3.11.'
  write_stamp "$stamp" "$(ingredients .venv/bin/python)"
}

install_project() {
  project=$(cat "$stamp" pyproject.toml requirements.in | sha256sum)
  if holds "$project_stamp" "$project"; then return; fi
  pip_install --no-index --no-deps --no-build-isolation --editable .
  write_stamp "$project_stamp" "$project"
}

# ---- What was asked for ----

case "$#,${1-}" in
  0,) asked=python ;;
  1,browser) asked=browser ;;
  *) fail 'usage: ./set-up.sh [browser]' ;;
esac

# One at a time. pip holds the lock, too: if this script alone is killed, the next one waits for pip's end.
exec 9<requirements.lock
if has flock && ! flock -n 9; then
  say 'waiting for another set-up to end'
  flock 9
fi

# Settings that would lead Python or pip out of .venv, or change what may be installed.
unset PYTHONHOME PYTHONPATH PIP_USER PIP_TARGET PIP_PREFIX PIP_CONSTRAINT PIP_NO_BINARY PIP_ONLY_BINARY

venv_ready=false
if venv_is_ready; then venv_ready=true; fi
browser_ready=false
if [ "$asked" = python ]; then
  browser_ready=true
elif $venv_ready && [ -f "$browser_stamp" ] && [ -f "$nginx_stamp" ]; then
  browser=$(cat "$browser_stamp")
  nginx=$(cat "$nginx_stamp")
  if [ -x "$browser" ] && [ "${CHROMIUM:-$browser}" = "$browser" ] &&
    [ -x "$nginx" ] && [ "${NGINX:-$nginx}" = "$nginx" ]; then browser_ready=true; fi
fi

if ! $venv_ready; then
  find_python
  if [ -z "$python" ] && [ ! -e /usr/bin/python3 ] && has apt-get; then
    need python3 python3-dev python3-venv gcc libc6-dev
    install_needs
    find_python
  fi
  [ -n "$python" ] || fail "CPython $supported are supported; found: $(python3 --version 2>&1 || echo none)." \
    'Install one of them, or choose one with PYTHON=/path/to/python.'
  check_python
fi
if ! $browser_ready; then check_browser; fi
install_needs

if ! $venv_ready; then make_venv; fi
install_project

if ! $browser_ready; then
  find_browser
  [ -n "$browser" ] || fail 'the tests need a browser, and none was found that runs. Ubuntu has Chromium only' \
    'as a snap, which does not work everywhere. Install Google Chrome, set CHROMIUM=/path/to/browser, or run' \
    '.venv/bin/playwright install --with-deps chromium'
  has_chinese_fonts || fail 'the tests need Chinese fonts, and "fc-list :lang=zh" shows none.'
  write_stamp "$browser_stamp" "$browser"
  find_nginx
  [ -n "$nginx" ] || unpack_nginx
  write_stamp "$nginx_stamp" "$nginx"
fi

#!/bin/sh
# Installs what building Adder needs and is missing: Swift itself cannot be installed from here, the libraries can.
set -eu

fail() {
  printf 'setup: %s\n' "$1" >&2
  exit 1
}

command -v swift >/dev/null || fail 'Swift is missing; install Swift 6.2 or newer from https://www.swift.org/install'

missing=''
need() { # what is needed, its name for apt-get
  missing="$missing $2"
}
command -v pkg-config >/dev/null || need pkg-config pkg-config
command -v objdump >/dev/null || need objdump binutils
if command -v pkg-config >/dev/null; then
  pkg-config --exists yaml-0.1 || need libyaml libyaml-dev
  pkg-config --exists gmp || need GMP libgmp-dev
  pkg-config --exists libedit || need libedit libedit-dev
  pkg-config --exists zlib || need zlib zlib1g-dev
else
  need libyaml libyaml-dev
  need GMP libgmp-dev
  need libedit libedit-dev
  need zlib zlib1g-dev
fi
[ -n "$missing" ] || exit 0

as_root=''
[ "$(id -u)" = 0 ] || as_root='sudo'
if command -v apt-get >/dev/null && { [ -z "$as_root" ] || command -v sudo >/dev/null; }; then
  echo "setup: installing$missing"
  # shellcheck disable=SC2086
  { $as_root apt-get update -q && $as_root apt-get install -y -q --no-install-recommends $missing; } >&2 ||
    fail "apt-get could not install them; install these packages:$missing"
elif command -v brew >/dev/null; then
  echo 'setup: installing pkgconf libyaml gmp libedit zlib'
  brew install pkgconf libyaml gmp libedit zlib >&2 || fail 'brew could not install them; install pkgconf, libyaml, gmp, libedit and zlib'
else
  fail "install the packages that Debian calls$missing"
fi

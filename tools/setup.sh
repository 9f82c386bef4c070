#!/usr/bin/env bash
# setup.sh [build|command]: sets up what building and testing need on a bare Debian 12; says what it does and skips what
# is there. With `build` it leaves out the tools that only the checks need; with `command`, the window's as well. On
# other systems it installs no packages.
set -euo pipefail
cd "$(dirname "$0")/.."
part=${1:-all}

need_rust=1.95
if ! command -v cargo >/dev/null; then
  echo "setup: Rust is missing. Install $need_rust or newer (rustup.rs), open a new terminal, run this again." >&2
  exit 2
fi
rust=$(rustc --version | cut -d' ' -f2)
if [ "$(printf '%s\n%s\n' "$need_rust" "${rust%%-*}" | sort -V | head -n 1)" != "$need_rust" ]; then
  echo "setup: Rust $rust is too old; $need_rust or newer is needed. Run: rustup update stable" >&2
  exit 2
fi
echo "setup: Rust $rust, as needed"

# Debian 12's own Node is 18, which the page's tools no longer know; so it is named here and not installed.
need_node=20.19
if [ "$part" != command ]; then
  how="Install it (nodejs.org, or your system's package of it), open a new terminal, run this again."
  if ! command -v node >/dev/null || ! command -v npm >/dev/null; then
    echo "setup: Node or its npm is missing; the window's page needs Node $need_node or newer. $how" >&2
    exit 2
  fi
  node=$(node --version)
  if [ "$(printf '%s\n%s\n' "$need_node" "${node#v}" | sort -V | head -n 1)" != "$need_node" ]; then
    echo "setup: Node ${node#v} is too old; the window's page needs $need_node or newer. $how" >&2
    exit 2
  fi
  echo "setup: Node ${node#v}, as needed"
fi

wanted=(build-essential perl pkg-config)
# The window's frame; what else it needs comes with this one.
if [ "$part" != command ]; then wanted+=(libwebkit2gtk-4.1-dev); fi
# A screen of its own for the journeys, what drives a window there, and what takes its picture.
if [ "$part" = all ]; then wanted+=(xvfb webkit2gtk-driver xdotool imagemagick); fi
missing=()
if command -v dpkg-query >/dev/null; then
  for package in "${wanted[@]}"; do
    dpkg-query -W -f '${Status}' "$package" 2>/dev/null | grep -q 'ok installed' || missing+=("$package")
  done
  if [ ${#missing[@]} -eq 0 ]; then echo "setup: Debian packages are there"; fi
else
  echo "setup: no Debian here, so no packages are installed"
fi
if [ ${#missing[@]} -gt 0 ]; then
  become=()
  if [ "$(id -u)" -ne 0 ]; then
    if ! command -v sudo >/dev/null; then
      echo "setup: as root, run: apt-get install -y ${missing[*]}" >&2
      exit 2
    fi
    become=(sudo)
  fi
  echo "setup: installing ${missing[*]}"
  "${become[@]}" apt-get update -qq
  "${become[@]}" env DEBIAN_FRONTEND=noninteractive \
    apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null
fi

# Of every platform, since licences are judged for all of them; from here on nothing of Rust needs the network.
cargo fetch --locked --quiet
echo "setup: crates are there"

if [ "$part" != command ]; then
  lockfile=$(cat ui/package.json ui/package-lock.json | cksum)
  if [ "$(cat ui/node_modules/.of-lockfile 2>/dev/null)" != "$lockfile" ]; then
    echo "setup: installing the page's packages"
    (cd ui && npm ci --silent --no-audit --no-fund)
    echo "$lockfile" >ui/node_modules/.of-lockfile
  fi
  echo "setup: the page's packages are there"
fi
if [ "$part" != all ]; then exit 0; fi

for tool in clippy fmt; do
  if ! cargo "$tool" --version >/dev/null 2>&1; then
    echo "setup: cargo $tool is missing. Run: rustup component add clippy rustfmt" >&2
    exit 2
  fi
done

# Unoptimised it builds in a minute instead of many, and still checks the tree in a second.
deny=0.20.2
if [ "$(build/tools/bin/cargo-deny --version 2>/dev/null)" != "cargo-deny $deny" ]; then
  echo "setup: building cargo-deny $deny"
  CARGO_PROFILE_DEV_DEBUG=0 \
    cargo install cargo-deny --version "$deny" --locked --debug --quiet --force --root build/tools
fi
echo "setup: cargo-deny $deny is there"

#!/usr/bin/env bash
# setup.sh [build]: sets up what building and testing need on a bare Debian 12; says what it does and skips what is
# there. With `build` it leaves out the tools that only the checks need.
set -euo pipefail
cd "$(dirname "$0")/.."

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

missing=()
for package in build-essential perl pkg-config; do
  dpkg-query -W -f '${Status}' "$package" 2>/dev/null | grep -q 'ok installed' || missing+=("$package")
done
if [ ${#missing[@]} -eq 0 ]; then
  echo "setup: Debian packages are there"
else
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

# Of every platform, since licences are judged for all of them; from here on nothing needs the network.
cargo fetch --locked --quiet
echo "setup: crates are there"
if [ "${1:-}" = build ]; then exit 0; fi

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

#!/usr/bin/env bash
# Sets up what building and testing need on a bare Debian 12; says what it does and skips what is there.
set -euo pipefail

need_rust=1.95
if ! command -v cargo >/dev/null; then
  echo "setup: Rust is missing. Install Rust $need_rust or newer (rustup.rs), open a new terminal and run this again." >&2
  exit 2
fi
rust=$(rustc --version | cut -d' ' -f2)
if [ "$(printf '%s\n%s\n' "$need_rust" "${rust%%-*}" | sort -V | head -n 1)" != "$need_rust" ]; then
  echo "setup: Rust $rust is too old; $need_rust or newer is needed. Run: rustup update stable" >&2
  exit 2
fi
echo "setup: Rust $rust, as needed"

missing=()
for package in build-essential perl pkg-config sqlcipher; do
  dpkg-query -W -f '${Status}' "$package" 2>/dev/null | grep -q 'ok installed' || missing+=("$package")
done
if [ ${#missing[@]} -eq 0 ]; then
  echo "setup: Debian packages are there"
  exit 0
fi
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
"${become[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null

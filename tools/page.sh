#!/usr/bin/env bash
# page.sh [build]: checks the window's page and builds it into ui/dist, which the shell takes in when it is compiled.
# With `build` it does not check. What has not changed is not built again, so that the shell need not be either.
set -euo pipefail
cd "$(dirname "$0")/.."
export NO_COLOR=1

if [ "${1:-}" != build ]; then
  (cd ui && npm run --silent check)
  # A check that finds nothing may look at nothing: it must find the mistake that is planted for it.
  (cd ui && npm run --silent check:planted)
  (cd ui && npm run --silent test)
fi

mkdir -p build
made_of=$(find ui src-tauri/crates/terrain-words/ftl \( -path ui/node_modules -o -path ui/dist \) -prune -o -type f -exec cksum {} + |
  LC_ALL=C sort | cksum)
if [ -f ui/dist/index.html ] && [ "$(cat build/page.made-of 2>/dev/null)" = "$made_of" ]; then
  echo "page: nothing has changed since it was built"
else
  (cd ui && npm run --silent build -- --logLevel warn)
  echo "$made_of" >build/page.made-of
fi

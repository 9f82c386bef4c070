#!/usr/bin/env bash
# step.sh NAME COMMAND…: runs one step and says how long it took. The output also goes to build/test.log.
set -euo pipefail
cd "$(dirname "$0")/.."
name=$1
shift
mkdir -p build
echo "== $name"
start=$SECONDS status=0
"$@" 2>&1 | tee -a build/test.log || status=$?
if [ "$status" -ne 0 ]; then name="$name FAILED"; fi
echo "== $name: $((SECONDS - start)) s"
exit "$status"

#!/usr/bin/env bash
# step.sh NAME COMMAND…: runs one step and says how long it took. The output also goes to build/test.log.
set -euo pipefail
name=$1
shift
mkdir -p build
echo "== $name"
start=$SECONDS
"$@" 2>&1 | tee -a build/test.log
echo "== $name: $((SECONDS - start)) s"

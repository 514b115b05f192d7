#!/usr/bin/env bash
# Compiles the files in a folder of its own, each after those that it needs, and has them checked again from what was compiled.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
build=${1:-$(mktemp -d)}
mkdir -p "$build"
cp "$here"/*.v "$build"
cd "$build"
files=$(coqdep -Q . Stillpoint -sort *.v)
for file in $files; do
  # Names that a tactic chose are changed, so that no proof can depend on one.
  coqc -set "Mangle Names" -Q . Stillpoint "$file"
done
coqchk -silent -o -Q . Stillpoint $(for file in $files; do echo "Stillpoint.$(basename "$file" .v)"; done)

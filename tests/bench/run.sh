#!/usr/bin/env bash
# Times the stages on trees of four sizes and prints the ratio to the floor (floor.c). Processor time, the best of
# three runs.
set -eu
cd "$(dirname "$0")/../.."
BUILD=${BUILD:-build}
tekigo=$PWD/$BUILD/tekigo
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
libraries="$(pkg-config --cflags --libs yaml-0.1 libcmark-gfm libdeflate) -lcmark-gfm-extensions"
gcc -O2 -D_GNU_SOURCE -o "$work/generate" tests/bench/generate.c
gcc -O2 -D_GNU_SOURCE -o "$work/floor" tests/bench/floor.c $libraries

total() { sed -n 's/^total *\([0-9.]*\) ms.*/\1/p' "$1"; }

best() { # command…: runs it three times, keeps the timings of the fastest in $work/timings
  local i
  rm -f "$work/timings"
  for i in 1 2 3; do
    "$@" --timings >/dev/null 2>"$work/run" || { cat "$work/run"; exit 1; }
    if [ ! -f "$work/timings" ] || awk "BEGIN { exit !($(total "$work/run") < $(total "$work/timings")) }"; then
      cp "$work/run" "$work/timings"
    fi
  done
}

stage() { sed -n "s/^$2  *\\([0-9.]*\\) ms.*/\\1/p" "$1"; } # timings name

stage() { sed -n "s/^$2  *\([0-9.]*\) ms.*/\1/p" "$1"; } # timings name

measure() { # name tree
  printf '\n%s\n' "$1"
  best "$tekigo" -C "$2" -q --fail-on error check
  printf '  check     %9s ms\n' "$(total "$work/timings")"
  best "$tekigo" -C "$2" -q --out "$work/out" build
  grep -E ' ms' "$work/timings" | sed 's/^/  /'
  local floor
  floor=$("$work/floor" "$2" "$work/out")
  set -- $floor "$(total "$work/timings")"
  printf '  floor     %9s ms   (parse %s, deflate %s, write %s)\n' "$4" "$1" "$2" "$3"
  awk "BEGIN { printf \"  ratio     %9.2f\n\", $5 / $4 }"
  awk "BEGIN { printf \"  pdf       %9.2f   times the deflating of its streams\n\", $(stage "$work/timings" pdf) / $2 }"
  printf '  output    %9s KB\n' "$(du -sk "$work/out" | cut -f1)"
}

# What the binder costs: the build of a generated tree with it and without.
measure_binder() { # tree
  local with pages
  best "$tekigo" -C "$1" -q --only pdf --out "$work/out" build
  with=$(total "$work/timings")
  pages=$(pdfinfo "$work/out/ja/binder.pdf" 2>/dev/null | sed -n 's/^Pages: *//p')
  printf 'documents:\n  - {id: binder, omit: true}\n' >>"$1/tekigo.yaml"
  best "$tekigo" -C "$1" -q --only pdf --out "$work/out" build
  awk "BEGIN { printf \"  binder    %9.1f ms   (%s pages)\n\", $with - $(total "$work/timings"), \"$pages\" }"
}

# A tree that makes one document: the whole process, the best of twenty.
measure_process() {
  mkdir -p "$work/page/policies"
  cp examples/minimal/people.yaml examples/minimal/departments.yaml "$work/page"
  sed '/^controls/d' examples/minimal/policies/A-01.md >"$work/page/policies/A-01.md"
  printf 'organization: {name: 見本, top_management: P-01}\nlanguages: [ja]\ndate: 2026-11-01\ndocuments:\n' >"$work/page/tekigo.yaml"
  for id in binder dashboard document-register requirements; do
    printf '  - {id: %s, omit: true}\n' "$id" >>"$work/page/tekigo.yaml"
  done
  local i start spent least=
  for i in $(seq 20); do
    start=$(date +%s%N)
    "$tekigo" -C "$work/page" -q --draft --only pdf --out "$work/page-out" build >/dev/null 2>&1 || true # it is not approved
    spent=$(($(date +%s%N) - start))
    if [ -z "$least" ] || [ $spent -lt "$least" ]; then least=$spent; fi
  done
  ls "$work/page-out/ja/A-01.pdf" >/dev/null
  awk "BEGIN { printf \"one document: %.1f ms from start to end of the process\n\", $least / 1e6 }"
}

measure_process
measure "example: manufacturer-ja" examples/manufacturer-ja
for size in "small 60 40 12" "medium 500 300 40" "thousand-pages 2300 1400 95" "large 5000 3000 200"; do
  set -- $size
  "$work/generate" "$work/$1" "$2" "$3" "$4"
  name=$1
  measure "$1: $2 assets, $3 risks, $4 documents" "$work/$1"
  measure_binder "$work/$name"
done

#!/usr/bin/env bash
# usage: tests/prove/run.sh [SECTION…]
#
# Keeps the promises of docs/promises.md to their figures: runs every section, tests/prove/<section>.sh, and ends with one
# table: section, promise, figure, ok. Exit 1 when a promise is broken, a section could not run or said nothing.
#
# A section is a bash script run from the repository's root with TEKIGO (the program), BUILD (the folder of what was
# built) and WORK (an empty folder of its own). It prints one line a promise, PROMISE<TAB>FIGURE<TAB>VERDICT, where the
# verdict is `ok`, `FAILED` or `skipped: REASON`; details of failures go to stderr. It ends with 0 unless it could not run.
#
# To add one: its file, its name in `order` where it shall not come last, and its heading in docs/promises.md.
set -u
cd "$(dirname "$0")/../.."
export BUILD=${BUILD:-build} LC_ALL=C.UTF-8 TZ=UTC
case $BUILD in /*) ;; *) BUILD=$PWD/$BUILD ;; esac
export TEKIGO=$BUILD/tekigo
unset SOURCE_DATE_EPOCH

order=(kill disk-full memory containers limits sandbox paths messages gate fuzzing bytes files-opened validity valgrind)
total_s=1200  # of all sections together, on two cores
section_s=150 # of one; those that search for as long as they may, and the browser, get more
declare -A longer_s=([fuzzing]=270 [validity]=300 [valgrind]=180)

work=$(mktemp -d)
trap 'chmod -R u+rwX "$work" 2>/dev/null; rm -rf "$work"' EXIT
trap 'exit 130' INT TERM

# Names of the sections to run, in order: those of `order` that are there, then the others.
sections() {
  local name file
  for name in "${order[@]}"; do
    [ ! -f "tests/prove/$name.sh" ] || echo "$name"
  done
  for file in tests/prove/*.sh; do
    name=$(basename "$file" .sh)
    case " run lib ${order[*]} " in *" $name "*) ;; *) echo "$name" ;; esac
  done
}

add() { printf '%s\t%s\t%s\t%s\n' "$@" >>"$work/table"; }

# Lines of a section's output become lines of the table; one of another form breaks the contract and counts as failed.
take() { # section
  local promise figure result rest
  while IFS=$'\t' read -r promise figure result rest || [ -n "$promise" ]; do
    case $result in
      ok | FAILED | 'skipped: '?*) [ -n "$rest" ] || { add "$1" "$promise" "$figure" "$result"; continue; } ;;
    esac
    add "$1" "(a line that is no promise: ${promise:0:60})" - FAILED
  done <"$work/lines"
}

run_section() { # section
  local limit=${longer_s[$1]:-$section_s} left=$((total_s - SECONDS)) status=0 started=$SECONDS
  if [ $left -le 0 ]; then
    add "$1" "(not run: $total_s s are over)" - FAILED
    return
  fi
  [ $limit -le $left ] || limit=$left
  printf '== %s\n' "$1" >&2
  mkdir "$work/section"
  WORK=$work/section timeout -k 10 "$limit" bash "tests/prove/$1.sh" >"$work/lines" </dev/null || status=$?
  take "$1"
  case $status in
    0) [ -s "$work/lines" ] || add "$1" "(it printed no line)" - FAILED ;;
    124 | 137) add "$1" "(stopped after $limit s)" - FAILED ;;
    *) add "$1" "(it could not run: exit $status)" - FAILED ;;
  esac
  chmod -R u+rwX "$work/section" && rm -rf "$work/section"
  printf '== %s: %d s\n' "$1" $((SECONDS - started)) >&2
}

: >"$work/table"
mapfile -t names < <(sections)
[ $# -eq 0 ] || names=("$@")
for name in "${names[@]}"; do
  if [ -f "tests/prove/$name.sh" ]; then run_section "$name"; else add "$name" "(no such section)" - FAILED; fi
done

awk -F '\t' '
  BEGIN { split("section\tpromise\tfigure\tok", head, "\t"); for (c = 1; c <= 4; c++) width[c] = length(head[c]) }
  { for (c = 1; c <= 4; c++) { cell[NR, c] = $c; if (length($c) > width[c]) width[c] = length($c) } }
  $4 == "FAILED" { failed++ } $4 ~ /^skipped/ { skipped++ } $4 == "ok" { kept++ }
  function row(a, b, c, d) { printf "%-*s  %-*s  %-*s  %s\n", width[1], a, width[2], b, width[3], c, d }
  END {
    row(head[1], head[2], head[3], head[4])
    for (r = 1; r <= NR; r++) row(cell[r, 1] == cell[r - 1, 1] ? "" : cell[r, 1], cell[r, 2], cell[r, 3], cell[r, 4])
    printf "%d promises kept, %d FAILED, %d skipped, %d s\n", kept, failed, skipped, seconds
    exit failed > 0 || NR == 0
  }' seconds=$SECONDS "$work/table"

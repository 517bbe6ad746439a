#!/usr/bin/env bash
# usage: tests/valgrind/run.sh [SECONDS]
#
# Runs the program under valgrind over every case of tests/diag (in English), a build of tests/diag/base and of the examples,
# and the unit tests; with SECONDS what fits in that time, evenly out of all. Ends with "N runs of N, N with reports"; the
# reports are kept in build/valgrind/. About an hour in all; tests/valgrind/tekigo says how it is called.
set -u
cd "$(dirname "$0")/../.." || exit 2
build=${BUILD:-build}
case $build in /*) ;; *) build=$PWD/$build ;; esac
limit_s=${1:-86400}
export LC_ALL=C.UTF-8 TZ=UTC VALGRIND_PROGRAM=$build/tekigo VALGRIND_LOG=$PWD/build/valgrind
work=$(mktemp -d)
trap 'chmod -R u+rwX "$work"; rm -rf "$work"' EXIT
rm -rf "$VALGRIND_LOG"
mkdir -p "$VALGRIND_LOG"

# One a line: kind and name.
runs() {
  find tests/diag -mindepth 1 -maxdepth 1 -type d ! -name base -printf 'diag %f\n' | sort
  find tests/unit -name '*.c' -printf 'unit %f\n' | sort | grep -v font_damage # thousands of fonts: hours
  for example in tests/diag/base/tekigo.yaml examples/*/tekigo.yaml; do echo "build $(dirname "$example")"; done
}

run_diag() { # case
  local command
  cp -R tests/diag/base "$work/tree"
  [ ! -d "tests/diag/$1/in" ] || cp -R "tests/diag/$1/in/." "$work/tree/"
  [ ! -f "tests/diag/$1/in.sh" ] || (script=$PWD/tests/diag/$1/in.sh && cd "$work/tree" && bash "$script")
  command=$(cat "tests/diag/$1/command" 2>/dev/null || echo check)
  # shellcheck disable=SC2086 # a command is several words
  (cd "$work" && "$valgrind" -C "$work/tree" --lang en --format short $command)
  chmod -R u+rwX "$work/tree" && rm -rf "$work/tree"
}

run_one() { # kind name
  case $1 in
    diag) run_diag "$2" ;;
    build) "$valgrind" -C "$2" --out "$work/out" build ;;
    unit) VALGRIND_PROGRAM=$build/unit/${2%.c} "$valgrind" --unit ;;
  esac >"$work/said" 2>&1 </dev/null
}

valgrind=$PWD/tests/valgrind/tekigo
mapfile -t all < <(runs)
# In time, the order is that of strides through the list, so that what is left out is spread over it.
stride=$([ $# -gt 0 ] && echo 12 || echo 1)
done_count=0
bad=0
for ((start = 0; start < stride; start++)); do
  for ((i = start; i < ${#all[@]}; i += stride)); do
    [ $SECONDS -lt "$limit_s" ] || break 2
    # shellcheck disable=SC2086 # kind and name
    run_one ${all[i]}
    done_count=$((done_count + 1))
    find "$VALGRIND_LOG" -maxdepth 1 -type f -empty -delete
    if [ -n "$(find "$VALGRIND_LOG" -maxdepth 1 -type f)" ]; then
      bad=$((bad + 1))
      mkdir -p "$VALGRIND_LOG/$i"
      find "$VALGRIND_LOG" -maxdepth 1 -type f -exec mv -t "$VALGRIND_LOG/$i" {} +
      echo "${all[i]}: build/valgrind/$i"
    fi
  done
done
echo "$done_count runs of ${#all[@]}, $bad with reports"
[ $bad -eq 0 ]

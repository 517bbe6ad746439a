#!/usr/bin/env bash
# usage: tests/fuzz/targets.sh SECONDS [TARGET…]
#
# Runs the fuzz targets (all, or those named) for SECONDS each from their corpora, as many at a time as there are
# processors. A crash, a sanitizer's report, a minute on one input or 2 GB are failures: the input is kept in
# build/fuzz/found/. Ends with a line "N targets, N runs, N failures"; what the fuzzer finds on its way is not kept.
set -u
cd "$(dirname "$0")/../.." || exit 2
seconds=$1
shift
kept=build/fuzz/found
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir -p "$kept"
export UBSAN_OPTIONS=halt_on_error=1:print_stacktrace=1
# Leaks are looked for after each input: at the end there is what the fuzzer itself keeps.
export ASAN_OPTIONS=detect_leaks=1:leak_check_at_exit=0 LSAN_OPTIONS=suppressions=$PWD/tests/leaks.txt:print_suppressions=0
[ $# -gt 0 ] || mapfile -t names < <(basename -s .c tests/fuzz/*.c)
[ $# -eq 0 ] || names=("$@")

# What a target calls is not its own: a process that ends by itself (`exit`, memory) counts as a failure too.
run_target() { # name
  mkdir "$work/$1"
  build/fuzz/target/"$1" -max_total_time="$seconds" -timeout=60 -rss_limit_mb=2048 -max_len=8192 -close_fd_mask=3 \
    -print_final_stats=1 -artifact_prefix="$kept/$1-" "$work/$1" tests/fuzz/corpus/"$1" >"$work/$1.log" 2>&1
  local status=$? runs
  runs=$(sed -n 's/^stat::number_of_executed_units: *//p' "$work/$1.log" | tail -1)
  echo "$1 ${runs:-0} $status" >>"$work/results"
  [ $status -eq 0 ] || {
    echo "$1 ended with $status"
    grep -m4 -aE 'does not hold|ERROR:|runtime error|Test unit written' "$work/$1.log"
    cp "$work/$1.log" "$kept/$1.log"
  }
}

: >"$work/results"
for name in "${names[@]}"; do
  while [ "$(jobs -rp | wc -l)" -ge "$(nproc)" ]; do wait -n; done
  run_target "$name" &
done
wait
awk -v wanted=${#names[@]} '
  { runs += $2; if ($3 != 0 || $2 == 0) { failures++; print "failed: " $1 } }
  END {
    failures += wanted - NR
    printf "%d targets, %d runs, %d failures\n", wanted, runs, failures
    exit failures > 0
  }' "$work/results"

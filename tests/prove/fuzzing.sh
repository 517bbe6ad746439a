# No input makes a parser crash, hang or lose its place: every fuzz target for some seconds, then damaged trees.
set -u
. tests/prove/lib.sh
seconds=6 # a target: 30 of them on two processors take a minute and a half
trees_s=60

fuzz_parsers() {
  local promise='parsers take any bytes'
  need "$promise" clang || return 0
  [ -x build/fuzz/target/yaml ] || { verdict "$promise" - 'skipped: make fuzz-targets was not run'; return; }
  bash tests/fuzz/targets.sh $seconds >"$WORK/targets"
  local bad=$?
  grep -v '^[0-9]* targets,' "$WORK/targets" >&2
  judge "$promise" "$(tail -1 "$WORK/targets")" $bad
}

fuzz_trees() {
  local promise='damaged projects end with a report'
  [ -x build/asan/tekigo ] || { verdict "$promise" - 'skipped: make asan-program was not run'; return; }
  TEKIGO=$PWD/build/asan/tekigo bash tests/fuzz/run.sh $trees_s >"$WORK/trees"
  local bad=$?
  grep -v '^[0-9]* trees,' "$WORK/trees" >&2
  judge "$promise" "$(tail -1 "$WORK/trees")" $bad
}

fuzz_parsers
fuzz_trees

# No read of what was not written, and none beyond what was asked for: a sample of the tests under valgrind. `make valgrind`
# runs them all.
set -u
. tests/prove/lib.sh
promise='valgrind has nothing to report'
need "$promise" valgrind || exit 0
bash tests/valgrind/run.sh 120 >"$WORK/runs" 2>&1
bad=$?
grep -v '^[0-9]* runs of' "$WORK/runs" >&2
judge "$promise" "$(tail -1 "$WORK/runs")" $bad

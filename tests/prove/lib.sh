# Helpers of the sections in tests/prove, which `.` this file. A section prints one line a promise; details of a failure
# go to stderr.

# promise figure verdict: one line of the table. The verdict is `ok`, `FAILED` or `skipped: REASON`.
verdict() { printf '%s\t%s\t%s\n' "$1" "$2" "$3"; }

# promise figure bad: ok when `bad`, a count of what broke the promise, is 0.
judge() {
  if [ "$3" -eq 0 ]; then verdict "$1" "$2" ok; else verdict "$1" "$2" FAILED; fi
}

# promise command…: false, with the line of the promise, when a command is not installed.
need() {
  local promise=$1 command
  shift
  for command in "$@"; do
    command -v "$command" >/dev/null || { verdict "$promise" - "skipped: no $command"; return 1; }
  done
}

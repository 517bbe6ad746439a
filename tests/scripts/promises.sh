# docs/promises.md has a heading for every section of `make prove`, and names those that run in their order.
set -u
status=0
complain() { echo "$1"; status=1; }
for section in tests/prove/*.sh; do
  name=$(basename "$section" .sh)
  case $name in run | lib) continue ;; esac
  grep -q "^## $name: " docs/promises.md || complain "docs/promises.md: no heading \"## $name: …\""
  grep -q "^| $name |" docs/promises.md || complain "docs/promises.md: the table lacks $name"
done
order=$(sed -n 's/^order=(\(.*\))$/\1/p' tests/prove/run.sh)
listed=$(sed -n 's/^| \([a-z-]*\) |.*/\1/p' docs/promises.md | grep -v '^section$' | paste -sd ' ')
[ "$order" = "$listed" ] || complain "the order of tests/prove/run.sh is not that of docs/promises.md: $order / $listed"

# The frame: broken promises, sections that say nothing, end early or break off are FAILED; the others stand.
mkdir -p "$WORK/tests/prove"
cp tests/prove/run.sh tests/prove/lib.sh "$WORK/tests/prove/"
printf '. tests/prove/lib.sh\njudge kept "1 of 1" 0\nneed tool nonesuch || exit 0\n' >"$WORK/tests/prove/paths.sh"
BUILD=$WORK bash "$WORK/tests/prove/run.sh" >"$WORK/table" 2>/dev/null || complain "kept promises fail"
grep -q '^paths  *kept  *1 of 1  *ok$' "$WORK/table" || complain "no line of a promise that is kept"
grep -q 'skipped: no nonesuch$' "$WORK/table" || complain "no line of what was skipped"
for body in 'printf "broken\t1\tFAILED\n"' ':' 'printf "kept\t1\tok\n"; exit 3' 'echo something'; do
  echo "$body" >"$WORK/tests/prove/kill.sh"
  BUILD=$WORK bash "$WORK/tests/prove/run.sh" >"$WORK/table" 2>/dev/null && complain "no failure: $body"
  grep -q 'FAILED$' "$WORK/table" || complain "no line of the failure: $body"
done
exit $status

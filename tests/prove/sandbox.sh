# Nothing of tests/prove/sandbox.lua gets out of the sandbox, shows an address, or changes from run to run.
set -u
tree=$WORK/tree
cp -R tests/diag/base "$tree"
mkdir -p "$tree/templates"
cp tests/prove/sandbox.lua "$tree/templates/attempts.lua"
promise() { printf '%s\t%s\t%s\n' "$1" "$2" "$3"; }
runs=3
for run in $(seq $runs); do
  "$TEKIGO" -C "$tree" --draft --only dump --out "$WORK/$run" build >"$WORK/messages" 2>&1
  [ -s "$WORK/$run/ja/attempts.tree" ] || { cat "$WORK/messages" >&2; exit 2; }
done
grep -o 'attempt [^"]*' "$WORK/1/ja/attempts.tree" >"$WORK/attempts"
tried=$(grep -c . "$WORK/attempts")
escaped=$(grep -c '^attempt ESCAPED' "$WORK/attempts")
grep '^attempt ESCAPED' "$WORK/attempts" >&2
listed=$(awk '/^local attempts/ { on = 1 } /^local texts/ { on = 0 } on && /^  \{ "/' tests/prove/sandbox.lua | wc -l)
[ "$escaped" -eq 0 ] && [ "$tried" -eq "$listed" ] && [ "$tried" -gt 100 ] && verdict=ok || verdict=FAILED
promise 'scripts do not get out of the sandbox' "$tried attempts, $escaped escapes" $verdict

addresses=$(grep -cE '\| .*(table|function|userdata|thread): 0x' "$WORK/1/ja/attempts.tree")
[ "$addresses" -eq 0 ] && verdict=ok || verdict=FAILED
promise 'no text of a script holds an address' "$addresses addresses in $tried results" $verdict

different=0
for run in $(seq 2 $runs); do
  diff -r "$WORK/1" "$WORK/$run" >&2 || different=$((different + 1))
done
[ "$different" -eq 0 ] && verdict=ok || verdict=FAILED
promise 'what scripts make is the same in every run' "$runs runs, $different differ" $verdict
exit 0

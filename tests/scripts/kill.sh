# A signal that ends tekigo ends its work: at once, with nothing published and nothing left, and so that its caller sees it.
set -u
fail() { echo "$1"; [ ! -f "$WORK/messages" ] || cat "$WORK/messages"; exit 1; }
tree=$WORK/tree
cp -R tests/diag/base "$tree"
mkdir "$tree/rules"
cat >"$tree/rules/runaway.lua" <<'L'
rule "own-runaway" { severity = "error", text = { ja = "終わらない", en = "endless" }, each = "asset",
  check = function() while true do pcall(function() while true do end end) end end }
L
state() { sed 's/.*) \(.\).*/\1/' "/proc/$1/stat" 2>/dev/null || echo gone; }
ended() { case $(state "$1") in Z | gone) true ;; *) false ;; esac }
# Starts a build in the background as a terminal would, with no signal ignored; sets $parent and $child.
start() {
  env --default-signal "$TEKIGO" -C "$tree" --lang en -q --out "$WORK/out" "$@" build >"$WORK/messages" 2>&1 &
  parent=$!
  child=
  for _ in $(seq 500); do
    child=$(cat "/proc/$parent/task/$parent/children" 2>/dev/null)
    [ -z "$child" ] || break
    sleep 0.01
  done
  child=${child%% *}
  [ -n "$child" ] || fail "no child was started"
}
nothing_left() { [ ! -e "$WORK/out" ] && [ -z "$(find "$WORK" -maxdepth 1 -name '.out.tekigo-*')" ]; }

for signal in TERM INT HUP QUIT USR1 ALRM PIPE KILL; do
  start
  sleep 0.1
  kill -s $signal "$parent"
  wait "$parent" 2>/dev/null
  [ $? -eq $((128 + $(kill -l $signal))) ] || fail "$signal: the caller does not see it"
  [ $signal != KILL ] || for _ in $(seq 200); do ended "$child" && break || sleep 0.01; done
  ended "$child" || fail "$signal: the work goes on"
  nothing_left || fail "$signal: something was left or published"
done

# Ctrl-Z stops both, and both go on; where the system ignores it (no shell to go back to), neither stops.
start
kill -s TSTP "$parent"
for _ in $(seq 100); do [ "$(state "$parent")" = T ] && [ "$(state "$child")" = T ] && break; sleep 0.01; done
[ "$(state "$parent")" != T ] || [ "$(state "$child")" = T ] || fail "the work goes on while its parent is stopped"
kill -s CONT "$parent"
for _ in $(seq 100); do [ "$(state "$child")" != T ] && break; sleep 0.01; done
[ "$(state "$child")" != T ] || fail "the work does not go on"
kill "$parent"
wait "$parent" 2>/dev/null

# The work alone is killed: words, and status 2.
start
kill -s KILL "$child"
wait "$parent"
[ $? -eq 2 ] && grep -q 'stopped-signal' "$WORK/messages" || fail "no words on work that was killed"
nothing_left || fail "work that was killed left something"

# What is ignored at the start stays so: nohup.
rm "$tree/rules/runaway.lua"
env --ignore-signal=HUP "$TEKIGO" -C "$tree" -q --out "$WORK/out" build >"$WORK/messages" 2>&1 &
parent=$!
for _ in $(seq 20); do kill -s HUP "$parent" 2>/dev/null || break; sleep 0.01; done
wait "$parent" || fail "a hang-up that was to be ignored ended the build"
[ -e "$WORK/out/index.html" ] || fail "nothing was built"

# A child whose end is ignored by the caller is waited for all the same.
env --ignore-signal=CHLD "$TEKIGO" -C "$tree" -q check >"$WORK/messages" 2>&1 || fail "with SIGCHLD ignored: $?"

# Killed with all it started, it leaves a folder; the next build removes it.
start
for _ in $(seq 300); do
  [ -z "$(find "$WORK" -maxdepth 1 -name '.out.tekigo-*')" ] || break
  sleep 0.002
done
kill -s KILL "$parent" "$child" 2>/dev/null
wait "$parent" 2>/dev/null
"$TEKIGO" -C "$tree" -q --out "$WORK/out" build >"$WORK/messages" 2>&1 || fail "no build after the kill"
[ -z "$(find "$WORK" -maxdepth 1 -name '.out.tekigo-*')" ] || fail "a folder was left"
exit 0

# Killing tekigo stops it: every signal, at random moments of real builds, sent to the parent, to both or from a terminal.
set -u
tree=examples/manufacturer-ja
shopt -s nullglob
say() { # promise figure failures
  if [ "$3" -eq 0 ]; then printf '%s\t%s\tok\n' "$1" "$2"; else printf '%s\t%s, %s\tFAILED\n' "$1" "$2" "$3 broken"; fi
}
state() { sed 's/.*) \(.\).*/\1/' "/proc/$1/stat" 2>/dev/null || echo gone; }
ended() { case $(state "$1") in Z | gone) true ;; *) false ;; esac }
leftovers() { local found=("$WORK"/.out.tekigo-*); echo ${#found[@]}; }
build() { "$TEKIGO" -C "$tree" --date 2026-10-15 -q --out "$WORK/out" build >/dev/null 2>"$WORK/messages"; }
sum() { (cd "$1" && find . -type f -exec sha256sum {} + | sort | sha256sum); }
# Starts the words in the background with no signal ignored; sets $parent and $child.
start() {
  setsid env --default-signal "$@" >/dev/null 2>"$WORK/messages" </dev/null &
  parent=$!
  child=
  for _ in $(seq 500); do
    read -r child _ <"/proc/$parent/task/$parent/children" || true # the line has no end
    [ -z "$child" ] || break
    sleep 0.005
  done 2>/dev/null
}
random_pause() { sleep "$(printf '0.%03d' $((RANDOM % $1)))"; }

loop=$WORK/loop
cp -R tests/diag/base "$loop"
mkdir "$loop/rules"
echo 'rule "own-endless" { severity = "error", text = { ja = "終", en = "end" }, check = function() while true do end end }' \
  >"$loop/rules/endless.lua"

# Every signal that ends a process, to the parent alone, while a rule never ends.
broken=0 count=0
for signal in HUP INT QUIT ILL TRAP ABRT BUS FPE KILL USR1 SEGV USR2 PIPE ALRM TERM STKFLT XCPU XFSZ VTALRM PROF IO PWR SYS RTMIN RTMAX; do
  start "$TEKIGO" -C "$loop" -q --out "$WORK/out" build
  random_pause 150
  kill -s "$signal" "$parent"
  wait "$parent" 2>/dev/null
  status=$?
  for _ in $(seq 100); do ended "$child" && break; sleep 0.01; done
  count=$((count + 1))
  if [ $status -ne $((128 + $(kill -l $signal))) ] || ! ended "$child" || [ -e "$WORK/out" ] || [ "$(leftovers)" -ne 0 ]; then
    echo "$signal to the parent: status $status, child $(state "$child"), $(leftovers) left" >&2
    broken=$((broken + 1))
  fi
done
say "a signal to tekigo ends its work at once and is seen by its caller" "$count signals" $broken

# Random moments of real builds over a set that stands: the old set or the new one, and nothing beside it.
began=$(date +%s%N)
build || { cat "$WORK/messages" >&2; exit 1; }
length=$((($(date +%s%N) - began) / 1000000))
old=$(sum "$WORK/out")
broken=0 count=0 new_sets=0
for round in $(seq 30); do
  signal=$(shuf -n 1 -e TERM INT HUP QUIT)
  start "$TEKIGO" -C "$tree" --date 2026-10-16 -q --out "$WORK/out" build
  random_pause $((length < 999 ? length : 999))
  if [ $((round % 2)) -eq 0 ]; then kill -s "$signal" "$parent"; else kill -s "$signal" -- "-$parent"; fi 2>/dev/null
  wait "$parent" 2>/dev/null
  now=$(sum "$WORK/out")
  sleep 0.02
  count=$((count + 1))
  [ "$(sum "$WORK/out")" = "$now" ] && ended "$child" && [ "$(leftovers)" -eq 0 ] || {
    echo "round $round, $signal: $(leftovers) left, child $(state "$child")" >&2
    broken=$((broken + 1))
  }
  if [ "$now" != "$old" ]; then
    new_sets=$((new_sets + 1))
    build && [ "$(sum "$WORK/out")" = "$old" ] || broken=$((broken + 1))
  fi
done
say "TERM, INT, HUP and QUIT at random moments leave nothing, publish nothing afterwards" "$count kills, $new_sets after publishing" $broken

# SIGKILL of all: a folder may be left, the set is whole, the next build removes it.
broken=0 count=0 left=0
for round in $(seq 10); do
  start "$TEKIGO" -C "$tree" --date 2026-10-15 -q --out "$WORK/out" build
  random_pause $((length < 999 ? length : 999))
  if [ $((round % 2)) -eq 0 ]; then kill -s KILL "$parent"; else kill -s KILL -- "-$parent"; fi 2>/dev/null
  wait "$parent" 2>/dev/null
  for _ in $(seq 100); do ended "$child" && break; sleep 0.01; done
  count=$((count + 1)) left=$((left + $(leftovers)))
  [ "$(sum "$WORK/out")" = "$old" ] && ended "$child" || { echo "round $round, KILL: a mixture" >&2; broken=$((broken + 1)); }
done
build && [ "$(leftovers)" -eq 0 ] || { echo "leftovers stay" >&2; broken=$((broken + 1)); }
say "SIGKILL leaves a whole set, and the next build removes what it left" "$count kills, $left folders left and removed" $broken

# Ctrl-C, Ctrl-\ and Ctrl-Z of a terminal.
if command -v script >/dev/null; then
  broken=0
  for key in '\003:130' '\034:131'; do
    (sleep 1; printf "${key%:*}"; sleep 1) |
      env --default-signal script -qec "trap : INT QUIT; '$TEKIGO' -C '$loop' -q --out '$WORK/tty' build; echo status=\$?; exit 0" /dev/null >"$WORK/terminal" 2>&1
    grep -q "status=${key#*:}" "$WORK/terminal" || { echo "key ${key%:*}: $(tail -2 "$WORK/terminal")" >&2; broken=$((broken + 1)); }
  done
  say "the keys of a terminal end it" "2 keys" $broken
fi
exit 0

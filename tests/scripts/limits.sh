# Scripts that run away are stopped, and the message names stage, rule and file.
set -u
fail() { echo "$1"; cat "$WORK/messages"; exit 1; }
tree=$WORK/tree
cp -R tests/diag/base "$tree"
mkdir -p "$tree/rules"
run() { "$TEKIGO" -C "$tree" --lang en "$@" >"$WORK/messages" 2>&1; status=$?; }

cat >"$tree/rules/runaway.lua" <<'L'
rule "own-runaway" { severity = "error", text = { ja = "終わらない", en = "endless" }, each = "asset",
  check = function() while true do pcall(function() while true do end end) end end }
L
run --max-time 1 check
[ $status -eq 2 ] || fail "an endless rule ended with $status"
grep -q 'stopped-time' "$WORK/messages" || fail "no message that time was up"
grep -q 'rules' "$WORK/messages" && grep -q 'own-runaway' "$WORK/messages" || fail "the stage or the rule is not named"

cat >"$tree/rules/runaway.lua" <<'L'
rule "own-pattern" { severity = "error", text = { ja = "終わらない", en = "endless" },
  check = function() return (("a"):rep(200000)):find(("a*"):rep(30) .. "b") == nil end }
L
run --max-time 1 check
[ $status -eq 2 ] && grep -q 'own-pattern' "$WORK/messages" || fail "a runaway pattern was not stopped"

cat >"$tree/rules/runaway.lua" <<'L'
rule "own-memory" { severity = "error", text = { ja = "膨らむ", en = "growing" },
  check = function() local t = {} while true do t[#t + 1] = ("x"):rep(1 << 20) .. #t end end }
L
run --max-mem 512 check
[ $status -ne 0 ] && grep -q 'own-memory\|runaway.lua' "$WORK/messages" || fail "a rule that eats memory went through"

# Memory too small for anything, for Lua, for the documents: an end in words, never a crash, and no half output.
for megabytes in 8 16 24 32 40 48; do
  rm -f "$tree/rules/runaway.lua"
  run --max-mem $megabytes build
  case $status in
    0) ;;
    2) grep -qi 'memory' "$WORK/messages" && ! grep -q 'stopped-signal' "$WORK/messages" || fail "--max-mem $megabytes: no words on memory" ;;
    *) [ "$BUILD" != "${BUILD%asan}" ] || fail "--max-mem $megabytes ended with $status" ;;
  esac
done

for call in 'io.open("/etc/passwd")' 'os.execute("true")' 'require("os")' 'load("return 1")' 'dofile("x")' 'debug.getinfo(1)'; do
  printf 'rule "own-escape" { severity = "error", text = { ja = "外", en = "out" }, check = function() return %s ~= nil end }\n' "$call" \
    >"$tree/rules/runaway.lua"
  run check
  grep -q 'runaway.lua' "$WORK/messages" || fail "$call is possible in a rule"
done
exit 0

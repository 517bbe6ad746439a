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
grep -q -- '--> rules/runaway.lua:2' "$WORK/messages" || fail "the line of the loop is not named"

cat >"$tree/rules/runaway.lua" <<'L'
rule "own-pattern" { severity = "error", text = { ja = "終わらない", en = "endless" },
  check = function() return (("a"):rep(200000)):find(("a*"):rep(30) .. "b") == nil end }
L
run --max-time 1 check
[ $status -eq 2 ] && grep -q 'own-pattern' "$WORK/messages" || fail "a runaway pattern was not stopped"
grep -q -- '--> rules/runaway.lua:2' "$WORK/messages" || fail "the line of the pattern is not named"
rm "$tree/rules/runaway.lua"

# Files of the program that the project replaced.
for file in lua/lib/list.lua lua/schema/asset.lua lua/lib/document/block.lua; do
  mkdir -p "$tree/$(dirname "$file")"
  { echo 'while true do end'; cat "$file"; } >"$tree/$file"
  run --max-time 1 check
  [ $status -eq 2 ] && grep -q -- "--> $file:1\$" "$WORK/messages" || fail "an endless loop in $file is not named"
  rm "$tree/$file"
done

cat >"$tree/rules/runaway.lua" <<'L'
rule "own-memory" { severity = "error", text = { ja = "膨らむ", en = "growing" },
  check = function() local t = {} while true do t[#t + 1] = ("x"):rep(1 << 20) .. #t end end }
L
printf -- '- {id: P-1, name: 重複}\n' >>"$tree/people.yaml"
run --max-mem 128 --format short check
[ $status -eq 2 ] && grep -q 'own-memory' "$WORK/messages" || fail "a rule that eats memory went through"
grep -q -- '--> rules/runaway.lua:2$' "$WORK/messages" || fail "the line that eats memory is not named"
[ "$(grep -c '\[' "$WORK/messages")" -eq 1 ] || fail "beside the end of memory there are findings, of a part of the rules"
cp tests/diag/base/people.yaml "$tree/people.yaml"

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
rm -rf "$tree/out" # of what sufficed

# Limits by default, of strangers, as asked for. A megabyte of text gives 300 more.
expect() { # words option…
  local words=$1
  shift
  run -v "$@" check
  grep -q "^tekigo: at most $words\$" "$WORK/messages" || fail "not “at most $words” with $*"
}
expect '120 s, 51[2-9] MB'
expect '20 s, 512 MB' --untrusted
expect '7 s, 300 MB' --max-mem 300 --untrusted --max-time 7
head -c 1000000 /dev/zero | tr '\0' '#' >"$tree/large.yaml"
expect '120 s, 8[0-1][0-9] MB'
expect '20 s, 512 MB' --untrusted
rm "$tree/large.yaml"
run --untrusted --max-mem 0 check
[ $status -eq 2 ] && grep -q -- '--untrusted' "$WORK/messages" || fail "a stranger's limits can be lifted"
# What the surroundings set counts.
printf 'rule "own-endless" { severity = "error", text = { ja = "終", en = "end" }, check = function() while true do end end }\n' \
  >"$tree/rules/runaway.lua"
(ulimit -t 3; run check; [ $status -eq 2 ] && grep -q 'the limit of 1 s' "$WORK/messages") || fail "ulimit -t goes unnamed"
rm "$tree/rules/runaway.lua"

# A file beyond the limit on its size, and stacks that would take all the memory.
(ulimit -f 40; run -q build; [ $status -eq 1 ] && grep -q 'output-unwritable.*limit on its size' "$WORK/messages") ||
  fail "no words on a file beyond the limit"
[ ! -e "$tree/out" ] || fail "a part of a set was published"
cp -R tests/render/svg/in/. "$tree"
(ulimit -s 1000000 && run --max-mem 512 -q build; [ $status -eq 0 ]) || fail "threads leave no memory for the work"
rm -rf "$tree/out"

# Pipes in the place of the tree and of its files are not waited for.
mkfifo "$WORK/pipe" "$tree/rules/pipe.lua" "$tree/evidence/pipe.log"
timeout 20 "$TEKIGO" -C "$WORK/pipe" --lang en check >"$WORK/messages" 2>&1
[ $? -eq 2 ] && grep -q 'tree-unreadable.*not a directory' "$WORK/messages" || fail "a pipe as the tree"
timeout 20 "$TEKIGO" -C "$tree" --lang en --format short check >"$WORK/messages" 2>&1
[ $? -eq 1 ] && [ "$(grep -c 'file-not-regular' "$WORK/messages")" -eq 2 ] || fail "pipes in the tree"
rm "$tree/rules/pipe.lua" "$tree/evidence/pipe.log"

for call in 'io.open("/etc/passwd")' 'os.execute("true")' 'require("os")' 'load("return 1")' 'dofile("x")' 'debug.getinfo(1)'; do
  printf 'rule "own-escape" { severity = "error", text = { ja = "外", en = "out" }, check = function() return %s ~= nil end }\n' "$call" \
    >"$tree/rules/runaway.lua"
  run check
  grep -q 'runaway.lua' "$WORK/messages" || fail "$call is possible in a rule"
done
exit 0

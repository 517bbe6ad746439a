# Whatever runs away ends within its limit, at a place that is named, without findings and with the output as it was.
set -u
say() { # promise figure failures
  if [ "$3" -eq 0 ]; then printf '%s\t%s\tok\n' "$1" "$2"; else printf '%s\t%s, %s\tFAILED\n' "$1" "$2" "$3 broken"; fi
}
tree=$WORK/tree
fresh() { rm -rf "$tree"; cp -R tests/diag/base "$tree"; mkdir -p "$tree/rules" "$tree/templates/theme"; }
run() { timeout 100 "$TEKIGO" -C "$tree" --lang en --format short "$@" >"$WORK/messages" 2>&1 </dev/null; status=$?; }
broken=0 count=0
judge() { # name: good when the command before was
  [ $? -eq 0 ] || { echo "$1: status $status"; head -5 "$WORK/messages"; broken=$((broken + 1)); } >&2
  count=$((count + 1))
}
alone() { [ "$(grep -cE '^error\[|\[[a-z-]+\]$' "$WORK/messages")" -eq 1 ] && [ ! -e "$tree/out" ]; }
rule() { printf 'rule "own" { severity = "error", text = { ja = "規則", en = "rule" }, check = function(isms)\n%s\nend }\n' "$1" >"$tree/rules/own.lua"; }

child_of() { # sets $child, once there is one
  child=
  until [ -n "$child" ]; do
    sleep 0.01
    read -r child _ <"/proc/$1/task/$1/children" || true # the line has no end
  done 2>/dev/null
}

# By the clock: the work is stopped from outside, so that no processor time runs. It waits beside what follows.
fresh
cp -R "$tree" "$WORK/still"
printf 'rule "own" { severity = "error", text = { ja = "規", en = "r" }, check = function() while true do end end }\n' >"$WORK/still/rules/own.lua"
(
  began=$(date +%s)
  timeout 100 "$TEKIGO" -C "$WORK/still" --lang en --max-time 1 check >"$WORK/clock" 2>&1 &
  parent=$!
  child_of $parent # the program under `timeout`
  child_of $child
  kill -s STOP "$child"
  wait "$parent"
  echo "$? $(($(date +%s) - began))" >"$WORK/clock-end"
) &
clock=$!

while IFS= read -r text; do
  fresh
  rule "$text"
  run --max-time 1 build
  [ $status -eq 2 ] && grep -q -- '--> rules/own.lua:2$' "$WORK/messages" && grep -q stopped-time "$WORK/messages" && alone
  judge "$text"
done <<'L'
while true do end
while true do pcall(function() while true do end end) end
return (("a"):rep(200000)):find(("a*"):rep(30) .. "b") == nil
local t = {} for i = 1, 100000 do t[i] = i % 7 end while true do table.sort(t) end
local t = setmetatable({}, { __index = function(t, k) while true do end end }) return t.x
while true do isms.assets:map(function(a) return a.id end) end
while true do tostring(setmetatable({}, { __tostring = function() return "x" end })) end
local function f(n) return f(n + 1) end f(1)
L
charts=(lua/lib/chart/*.lua)
for file in lua/lib/list.lua lua/lib/document.lua lua/lib/document/block.lua "${charts[0]}" lua/locale/ja.lua lua/risk/ipa.lua \
  lua/schema/asset.lua lua/rules/asset-high-without-risk.lua templates/soa.lua; do
  fresh
  mkdir -p "$tree/$(dirname "$file")"
  { echo 'while true do end'; cat "$file"; } >"$tree/$file"
  run --max-time 1 build
  [ $status -eq 2 ] && grep -q -- "--> $file:1\$" "$WORK/messages" && alone
  judge "$file"
done
say "an endless loop is stopped and its line named, in rules and in replaced files of the program" "$count loops" $broken

broken=0 count=0
while IFS= read -r text; do
  fresh
  printf -- '- {id: P-1, name: 重複}\n' >>"$tree/people.yaml" # a finding that must not appear alone
  rule "$text"
  run --max-mem 160 build
  [ $status -eq 2 ] && grep -q -- '--> rules/own.lua:2$' "$WORK/messages" && grep -q stopped-memory "$WORK/messages" && alone
  judge "$text"
done <<'L'
local t = {} while true do t[#t + 1] = ("x"):rep(1 << 20) .. #t end
local s = "x" while true do s = s .. s end
pcall(string.rep, "x", 1 << 30) return false
while true do pcall(function() return ("x"):rep(1 << 30) end) end
local t = {} for i = 1, 1 << 30 do t[i] = { i } end
return (("x"):rep(1 << 24):gsub("x", ("x"):rep(99)))
error(("x"):rep(1 << 29))
local t = {} for i = 1, 1 << 24 do t[i] = "xxxxxxxxxxxx" end return table.concat(t)
L
say "memory that runs out in a script is one error with its line, and no findings" "$count scripts" $broken

broken=0 count=0
mkfifo "$WORK/pipe"
for font in /dev/stdin /dev/stdout /dev/zero /dev/tty /proc/kmsg /proc/self/fd/0 /usr/share/fonts /etc/passwd "$WORK/pipe" ../x.ttf /usr/share/fonts/../../../etc/passwd; do
  fresh
  printf 'theme: own\n' >>"$tree/tekigo.yaml"
  printf 'return { fonts = {\n  regular = { "%s", "BIZUDGothic-Regular.ttf" } } }\n' "$font" >"$tree/templates/theme/own.lua"
  run --max-time 5 build
  [ $status -eq 1 ] && grep -q '^templates/theme/own.lua:2:.*\[font-' "$WORK/messages" && [ ! -e "$tree/out" ]
  judge "the font $font"
done
for file in tekigo.yaml people.yaml policies/own.md evidence/own.log images/own.png images/own.svg fonts/own.ttf rules/own.lua \
  schema/own.lua risk/own.lua templates/own.lua templates/theme/default.lua templates/theme/default.css lua/lib/list.lua \
  lua/catalogs/annex-a.yaml lua/locale/ja.lua; do
  fresh
  mkdir -p "$tree/$(dirname "$file")"
  rm -f "$tree/$file"
  mkfifo "$tree/$file"
  run --max-time 5 build
  [ $status -ne 0 ] && [ $status -le 2 ] && grep -q "^$file: .*\[file-not-regular\]" "$WORK/messages" && [ ! -e "$tree/out" ]
  judge "a pipe as $file"
done
rm -rf "$tree"
mkfifo "$tree"
run --max-time 5 build
[ $status -eq 2 ] && grep -q 'tree-unreadable' "$WORK/messages"
judge "a pipe as the tree"
rm "$tree"
say "pipes, devices and folders in the place of a file are refused with a place, not waited for" "$count places" $broken

# A register of 300,000 rows under the limits by default.
fresh
{
  echo 'id,name,category,owner,department,medium,type,personal_data,confidentiality,integrity,availability'
  awk 'BEGIN { for (i = 0; i < 300000; i++) printf "X-%06d,装置%d,情報システム,P-1,GA,倉庫,primary,none,1,1,1\n", i, i }'
} >"$tree/assets/many.csv"
broken=0 count=0
if [ "$(awk '/^MemTotal/ { print int($2 / 1024) }' /proc/meminfo)" -ge 6000 ]; then
  "$TEKIGO" -C "$tree" --lang en -q check >"$WORK/messages" 2>&1
  status=$?
  [ $status -eq 0 ]
  judge "300,000 rows"
  say "a register of 300,000 rows is checked under the limits by default" "$(wc -c <"$tree/assets/many.csv") bytes" $broken
else
  printf 'a register of 300,000 rows is checked under the limits by default\t\tskipped: less than 6 GB of memory\n'
fi

# Half of the memory of a container.
group=/sys/fs/cgroup/memory/$(sed -n 's/^[0-9]*:memory://p' /proc/self/cgroup)/tekigo-prove-$$
limit=memory.limit_in_bytes
[ ! -f /sys/fs/cgroup/cgroup.controllers ] || { group=/sys/fs/cgroup/tekigo-prove-$$ limit=memory.max; }
if mkdir "$group" 2>/dev/null && echo $((600 << 20)) >"$group/$limit" 2>/dev/null; then
  fresh
  (echo $BASHPID >"$group/cgroup.procs" && exec "$TEKIGO" -C "$tree" --lang en -v check) >"$WORK/messages" 2>&1
  status=$?
  broken=0 count=0
  grep -q '^tekigo: at most 120 s, 300 MB$' "$WORK/messages"
  judge "a container of 600 MB"
  say "the memory by default is half of the container's at most" "300 of 600 MB" $broken
  rmdir "$group"
else
  printf 'the memory by default is half of the container'"'"'s at most\t\tskipped: no control group can be made\n'
fi

wait $clock
read -r status seconds <"$WORK/clock-end"
broken=0 count=0
[ "$status" -eq 2 ] && [ "$seconds" -ge 29 ] && [ "$seconds" -le 60 ] && grep -q stopped-clock "$WORK/clock"
judge "the clock"
say "work that waits for ever is ended by the clock" "after $seconds s with --max-time 1" $broken
exit 0

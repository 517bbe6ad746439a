#!/usr/bin/env bash
# usage: tests/fuzz/run.sh [SECONDS] [SEED]
#
# Damages files of tests/diag/base in ways that people and accidents do, and runs check (now and then a build) on the
# result. A sanitizer's report, a signal or running out of time or memory is a failure: the tree and the messages are kept.
# The same seed gives the same trees.
set -u
cd "$(dirname "$0")/../.."
program=${TEKIGO:-$PWD/build/asan/tekigo}
seconds=${1:-60}
RANDOM=${2:-1}
work=$(mktemp -d)
kept=build/fuzz
export ASAN_OPTIONS=detect_leaks=0:abort_on_error=0:exitcode=99 UBSAN_OPTIONS=halt_on_error=1:exitcode=99
pieces=('[' ']' '{' '}' ': ' '- ' '"' "'" '&a ' '*a' '|' '>' '#' '---' $'\t' $'\n' ',' '{{' '}}' '```tekigo' '![](' '](' '<!--' '[^1]:'
  '|-|-|' '    ' $'\xff' $'\xe3\x81' $'\xef\xbb\xbf' $'\x01' '99999999999999999999' '-1' '2026-02-30' 'null' '~' 'true' '1e999' '..'
  'end' 'nil' 'function(' '..' '%s' '{1}' 'P-1' 'id: ' $'\r' '　' '：' '\\')

damage() { # file
  local file=$1 size offset length other
  size=$(stat -c %s "$file")
  offset=$(((RANDOM * 32768 + RANDOM) % (size + 1)))
  length=$((RANDOM % 40))
  case $((RANDOM % 7)) in
    0 | 1) { head -c $offset "$file"; printf '%s' "${pieces[RANDOM % ${#pieces[@]}]}"; tail -c +$((offset + 1)) "$file"; } >"$work/new" ;;
    2) { head -c $offset "$file"; tail -c +$((offset + length + 1)) "$file"; } >"$work/new" ;;
    3) head -c $offset "$file" >"$work/new" ;;
    4) { head -c $((offset + length)) "$file"; tail -c +$((offset + 1)) "$file"; } >"$work/new" ;;
    5) { head -c $offset "$file"; for ((other = 0; other < 300; other++)); do printf '%s' "${pieces[offset % ${#pieces[@]}]}"; done; tail -c +$((offset + 1)) "$file"; } >"$work/new" ;;
    6) { head -c $offset "$file"; head -c $length /dev/zero | tr '\0' "$(printf '\\%03o' $((RANDOM % 255 + 1)))"; tail -c +$((offset + length + 1)) "$file"; } >"$work/new" ;;
  esac
  cp "$work/new" "$file"
}

prepare() {
  rm -rf "$work/tree"
  cp -R tests/diag/base "$work/tree"
  mkdir -p "$work/tree/rules" "$work/tree/templates" "$work/tree/schema" "$work/tree/risk"
  cp lua/rules/hollow-same-reason.lua "$work/tree/rules/own-rule.lua"
  sed -i 's/rule "hollow-same-reason"/rule "own-rule"/' "$work/tree/rules/own-rule.lua"
  sed 's/document "scope"/document "own"/' templates/scope.lua >"$work/tree/templates/own.lua"
  printf 'return { name = "asset", fields = { { "serial", "string", title = { ja = "製造番号", en = "Serial" } } } }\n' >"$work/tree/schema/asset.lua"
  cp lua/risk/ipa.lua "$work/tree/risk/own.lua"
  printf '\n資産は{{ #isms.assets }}件[^1]、[規程](C-01)。\n\n| a | b |\n|---|---|\n| 1 | {{ isms.date }} |\n\n```tekigo\nd:table(isms.assets, { "id", "name" })\n```\n\n[^1]: 注\n' \
    >>"$work/tree/policies/C-01.md"
}

prepare
mapfile -t files < <(cd "$work/tree" && find . -type f | sort)
rounds=0
bad=0
end=$((SECONDS + seconds))
while [ $SECONDS -lt $end ]; do
  prepare
  for ((hits = RANDOM % 4 + 1; hits > 0; hits--)); do damage "$work/tree/${files[RANDOM % ${#files[@]}]}"; done
  command=check
  [ $((RANDOM % 8)) -ne 0 ] || command='--draft build'
  # shellcheck disable=SC2086 # a command is several words
  "$program" -C "$work/tree" --lang en --max-time 20 $command >"$work/messages" 2>&1 </dev/null
  status=$?
  rounds=$((rounds + 1))
  if [ $status -gt 2 ] || grep -qE 'stopped-(signal|time|clock|memory)|Sanitizer|runtime error' "$work/messages"; then
    bad=$((bad + 1))
    mkdir -p "$kept"
    rm -rf "$kept/$rounds"
    cp -R "$work/tree" "$kept/$rounds"
    cp "$work/messages" "$kept/$rounds.messages"
    echo "round $rounds ($command) ended with $status: $kept/$rounds"
    grep -m3 -E 'stopped-|Sanitizer|runtime error' "$work/messages"
  fi
done
rm -rf "$work"
echo "$rounds trees, $bad failures"
[ $bad -eq 0 ]

# Manners on the command line: exit status, what goes to which stream, formats, colours, closed pipes.
set -u
failed=0
fail() { echo "$1"; [ ! -s "$WORK/err" ] || head -5 "$WORK/err"; failed=1; }
tree=$WORK/tree
cp -R tests/diag/base "$tree"
run() { "$TEKIGO" "$@" >"$WORK/out" 2>"$WORK/err"; status=$?; }
expect() { # status out|err|none pattern: where the words are; the other stream is empty
  [ $status -eq "$1" ] || fail "exit $status instead of $1: $4"
  case $2 in
    out) grep -q -- "$3" "$WORK/out" && [ ! -s "$WORK/err" ] || fail "not on standard output alone: $4" ;;
    err) grep -q -- "$3" "$WORK/err" && [ ! -s "$WORK/out" ] || fail "not on standard error alone: $4" ;;
    none) [ ! -s "$WORK/out" ] && [ ! -s "$WORK/err" ] || fail "not silent: $4" ;;
  esac
}

run; expect 2 err '^Usage' 'no command'
run --lang en; expect 2 err '^Usage' 'no command in English'
run --help; expect 0 out '^Usage' '--help'
run --lang ja --help; expect 0 out '^使い方' '--help in Japanese'
run --lang en --help; expect 0 out '^Usage' '--help in English'
run --version; expect 0 out '^tekigo [0-9]' '--version'
run --lang en chekc; expect 2 err 'did you mean check' 'unknown command'
run --lang en --colour check; expect 2 err '--colour' 'unknown option'
run --lang en -x check; expect 2 err '-x' 'unknown short option'
run --lang en check --date; expect 2 err 'needs a value' 'option without value'
run --lang en --format xml check; expect 2 err 'xml' 'unknown format'
run --lang en --max-time -1 check; expect 2 err '-1' 'negative limit'
run --lang en --only html,doc build; expect 2 err 'html,doc' 'unknown form of output'
run --lang en -C "$tree" check more; expect 2 err '^usage: tekigo check' 'too many arguments'
run --lang en -C "$WORK/nowhere" check; expect 2 err 'tree-unreadable' 'missing directory'
run --lang en -C "$tree/people.yaml" check; expect 2 err 'tree-unreadable' 'a file for a directory'
run --lang en -C "$WORK" check; expect 2 err 'manifest-missing' 'no project'
run --lang en --date 2026-02-30 -C "$tree" check; expect 2 err 'date-invalid' 'a day that does not exist'
export SOURCE_DATE_EPOCH=yesterday
run --lang en -C "$tree" check; expect 2 err 'date-invalid' 'a SOURCE_DATE_EPOCH that is no number'
unset SOURCE_DATE_EPOCH
run -C "$tree" check; expect 0 none '' 'a clean check'
run -C "$tree" -q build; expect 0 none '' 'a quiet build'
run -C "$tree" build; [ $status -eq 0 ] && grep -q 'out/index.html$' "$WORK/out" || fail 'build does not name its output'
run explain task-overdue; expect 0 out 'task-overdue' 'explain'
run --lang en explain task-overdu; expect 2 err 'did you mean' 'explain an unknown rule'
run --lang en info nothing; expect 2 err 'fields, rules, messages or documents' 'info on nothing'

# Findings: status, formats, colours.
printf -- '- {id: P-9, nam: 名なし}\n' >>"$tree/people.yaml"
sed -i 's/planned_end: 2026-08-31/planned_end: 2026-08-31\n  note: x/; s/^  status: done/  status: started/; /actual_end/d' "$tree/treatment/2026.yaml"
run -C "$tree" check; expect 1 err 'unknown-key' 'an error'
grep -q "$(printf '\033')" "$WORK/err" && fail 'colours in a file'
run -C "$tree" --color always check
grep -q "$(printf '\033\\[1;31m')" "$WORK/err" || fail 'no colours with --color always'
sed "s/$(printf '\033')\\[[0-9;]*m//g" "$WORK/err" >"$WORK/plain"
run -C "$tree" --color never check; cmp -s "$WORK/plain" "$WORK/err" || fail 'colours change more than colours'
sed "s/$(printf '\033')\\[[0-9;]*m//g" "$WORK/err" | cmp -s - "$WORK/err" || fail 'colours with --color never'
if command -v script >/dev/null; then
  script -qec "'$TEKIGO' -C '$tree' check" /dev/null </dev/null >"$WORK/terminal" 2>&1
  grep -q "$(printf '\033')" "$WORK/terminal" || fail 'no colours on a terminal'
  NO_COLOR=1 script -qec "'$TEKIGO' -C '$tree' check" /dev/null </dev/null >"$WORK/terminal" 2>&1
  grep -q "$(printf '\033')" "$WORK/terminal" && fail 'NO_COLOR is not honoured'
fi
run -C "$tree" -q check
grep -q 'task-overdue' "$WORK/err" && fail '-q shows warnings'
grep -q 'unknown-key' "$WORK/err" || fail '-q hides errors'
run -C "$tree" --format json check
[ $status -eq 1 ] && [ ! -s "$WORK/err" ] || fail 'json: status or noise'
jq -e 'length > 1 and all(.[]; (.text.ja | length > 0) and (.text.en | length > 0) and .level and .slug)' "$WORK/out" >/dev/null ||
  fail 'json does not hold both languages of every report'
jq -e 'any(.[]; .slug == "unknown-key" and .file == "people.yaml" and .line == 5 and .column == 13)' "$WORK/out" >/dev/null ||
  fail 'json does not hold the place'
cp tests/diag/base/people.yaml "$tree/people.yaml"
run -C "$tree" check; [ $status -eq 0 ] || fail 'warnings alone are no failure'
run -C "$tree" --fail-on warning check; [ $status -eq 1 ] || fail '--fail-on warning'

# A reader that goes away makes no noise.
for arguments in 'info messages' '--format json check' '--help' 'explain'; do
  # shellcheck disable=SC2086 # several words
  { "$TEKIGO" -C "$tree" $arguments 2>"$WORK/err"; } | head -1 >/dev/null
  [ ! -s "$WORK/err" ] || fail "a closed pipe makes noise: $arguments"
done

# What cannot be written is noticed, however much of it there is; standard error may be full.
for arguments in --help --version '--format json check' '--format short --fail-on note check' risk '--format json risk' info \
  'info fields' explain 'explain task-overdue' "init $WORK/new" build; do
  rm -rf "$WORK/new"
  # shellcheck disable=SC2086 # several words
  "$TEKIGO" -C "$tree" --lang en $arguments >/dev/full 2>"$WORK/err"
  [ $? -eq 2 ] && grep -q 'cannot write to standard output' "$WORK/err" || fail "a full device went unnoticed: $arguments"
  rm -rf "$WORK/new"
  # shellcheck disable=SC2086
  "$TEKIGO" -C "$tree" --lang en $arguments >&- 2>"$WORK/err"
  [ $? -eq 2 ] && grep -q 'cannot write to standard output' "$WORK/err" || fail "a closed standard output went unnoticed: $arguments"
done
"$TEKIGO" -C "$tree" check 2>/dev/full || fail 'a full standard error changes the status'
"$TEKIGO" -C "$tree" check >&- 2>&- <&- || fail 'closed streams change the status of a command that prints nothing there'
"$TEKIGO" -C "$tree" --fail-on warning check 2>/dev/full
[ $? -eq 1 ] || fail 'a full standard error hides findings'

# The language of messages: --lang, the project's, that of the locale, English.
speaks() { # ja|en locale words…: is all that is printed in the language?
  local language=$1 locale=$2 found=en
  shift 2
  env LC_ALL= LC_MESSAGES= LANG=fr_FR.UTF-8 "${locale%%=*}=${locale#*=}" "$TEKIGO" "$@" >"$WORK/out" 2>"$WORK/err"
  LC_ALL=C grep -q $'\xe3\x81' "$WORK/out" "$WORK/err" && found=ja # hiragana
  [ $found = "$language" ] || fail "not in $language with $locale: $*"
}
mkdir -p "$WORK/english" "$WORK/empty"
sed 's/^languages: .*/languages:\n  - en\n  - ja/' "$tree/tekigo.yaml" >"$WORK/english/tekigo.yaml"
for locale in LC_ALL=C LC_ALL=POSIX LC_ALL=C.UTF-8 LC_ALL=de_DE.UTF-8 LC_ALL=jam LANG= LC_MESSAGES=en_GB.UTF-8; do
  speaks en "$locale" -C "$WORK/empty" --help
done
for locale in LC_ALL=ja LC_MESSAGES=ja_JP.UTF-8 LANG=ja_JP LC_ALL=ja-JP; do speaks ja "$locale" -C "$WORK/empty" --help; done
for words in --help --bad nothing 'explain nothing' 'risk nothing' 'info nothing' 'explain a b' '--from x init' '--date x check' ''; do
  # shellcheck disable=SC2086 # several words
  {
    speaks en LC_ALL=ja_JP.UTF-8 -C "$WORK/english" $words
    speaks ja LC_ALL=C -C "$tree" $words
    speaks ja LC_ALL=C $words --lang ja -C "$WORK/english"
    speaks en LC_ALL=ja_JP.UTF-8 $words -C "$tree" --lang=en
  }
done
printf 'languages: [ja\n' >"$WORK/english/tekigo.yaml" # not to be read: as if there were none
speaks en LC_ALL=C -C "$WORK/english" --help
rm "$WORK/english/tekigo.yaml"
mkfifo "$WORK/english/tekigo.yaml" # nobody writes to it: it must not be waited for
timeout 10 "$TEKIGO" -C "$WORK/english" --help >/dev/null 2>&1 || fail 'a pipe for a manifest is waited for'

# What cannot be read or written.
[ "$(id -u)" = 0 ] || {
  chmod 000 "$tree/people.yaml"
  run --lang en -C "$tree" check; expect 1 err 'file-unreadable' 'an unreadable file'
  chmod 644 "$tree/people.yaml"
  chmod 000 "$tree/risks"
  run --lang en -C "$tree" check; expect 1 err 'file-unreadable' 'an unreadable directory'
  chmod 755 "$tree/risks"
  mkdir -m 555 "$WORK/readonly"
  run --lang en -C "$tree" --out "$WORK/readonly/out" build; grep -q 'output-unwritable' "$WORK/err" || fail 'unwritable output'
}
run --lang en -C "$tree" --out "$tree/people.yaml/out" build
[ $status -ne 0 ] && grep -q 'output-unwritable' "$WORK/err" || fail 'output below a file'

# No date anywhere.
sed -i '/^date:/d' "$tree/tekigo.yaml"
run --lang en -C "$tree" check; grep -q 'date-today' "$WORK/err" || fail 'the date of today is not told'
SOURCE_DATE_EPOCH=1792022400 "$TEKIGO" --lang en -C "$tree" check 2>&1 | grep -q 'date-today' && fail 'SOURCE_DATE_EPOCH is not honoured'
exit $failed

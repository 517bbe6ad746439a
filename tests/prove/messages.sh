# Messages are safe to print: texts of strangers at every place where they get in, in every format, read as the logs of CI
# jobs and terminals read them.
set -u
verdict() { # promise figure bad
  if [ "$3" -eq 0 ]; then printf '%s\t%s\tok\n' "$1" "$2"; else printf '%s\t%s\tFAILED\n' "$1" "$2"; fi
}

perl tests/messages/trees.pl tests/diag/base "$WORK/trees" all bytes || exit 1
trees=$(find "$WORK/trees" -mindepth 1 -maxdepth 1 | wc -l)
runs=$(bash tests/messages/run.sh "$WORK/trees" "$WORK/printed" human short json 2>"$WORK/ends")
find "$WORK/printed" -type f -print0 | xargs -0 perl tests/messages/log.pl >"$WORK/log"
lines=$(sed -n 's/^lines \([0-9]*\) longest.*/\1/p' "$WORK/log" | awk '{ n += $1 } END { print n }')
longest=$(sed -n 's/.* longest //p' "$WORK/log" | sort -n | tail -1)
bad=$(grep -vc '^lines ' "$WORK/log")
{ grep -v '^lines ' "$WORK/log" | head -20; cat "$WORK/ends"; } >&2
verdict 'no text of a project is a command to a CI job or acts on a terminal' \
  "$trees hostile inputs, $runs runs in 3 formats, $lines lines, $bad taken for more than text" "$((bad + $(wc -l <"$WORK/ends")))"
verdict 'no message is long' "longest line $longest characters" "$((longest > 40000))"

# 20 MB in one argument: time and memory of the message.
cp -R tests/diag/base "$WORK/large"
mkdir -p "$WORK/large/rules"
long='("x"):rep(20000000)'
cat >"$WORK/large/rules/own.lua" <<L
rule "own" { severity = "error", clause = "4", each = "person", text = { ja = "和 {w}", en = "text {w}" }, why = { ja = "y", en = "y" },
  fix = { ja = "z {w}", en = "z {w}" }, check = function(person, report) report { w = $long } error($long) end }
L
perl -e 'print "- {id: ", "x" x 20_000_000, ", name: y, nam: z, department: ", "w" x 20_000_000, "}\n"' >>"$WORK/large/people.yaml"
for format in human short json; do
  LC_ALL=C "$TEKIGO" -C "$WORK/large" --format $format check >"$WORK/large.$format" 2>&1 </dev/null
done
size=$(cat "$WORK"/large.* | wc -c)
verdict 'texts of 20 MB give lines, not megabytes' "6 texts of 20 MB, 3 formats, $size bytes printed" "$((size > 400000))"

# Standard output that takes nothing.
tried=0 unnoticed=0
for words in --help --version '--format json check' risk '--format json risk' info \
  'info fields' 'info messages' explain 'explain task-overdue' "init $WORK/new" build; do
  for way in full closed; do
    rm -rf "$WORK/new"
    # shellcheck disable=SC2086 # several words
    case $way in
      full) "$TEKIGO" -C tests/diag/base --out "$WORK/out" $words >/dev/full 2>/dev/null ;;
      closed) "$TEKIGO" -C tests/diag/base --out "$WORK/out" $words >&- 2>/dev/null ;;
    esac
    status=$?
    tried=$((tried + 1))
    [ $status -eq 2 ] || { unnoticed=$((unnoticed + 1)); echo "$words: $status" >&2; }
  done
done
verdict 'an output that cannot be written is noticed' "$tried commands, $unnoticed unnoticed" "$unnoticed"
exit 0

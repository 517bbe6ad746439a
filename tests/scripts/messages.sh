# Whatever text a stranger puts into a project or on the command line: no line of ours acts on a terminal or is a command to
# a CI job, and none is long. (All texts in all formats: tests/prove/messages.sh.)
set -u
failed=0
perl tests/messages/trees.pl tests/diag/base "$WORK/trees" all || exit 1
bash tests/messages/run.sh "$WORK/trees" "$WORK/printed" short json >/dev/null 2>"$WORK/ends"
[ ! -s "$WORK/ends" ] || { cat "$WORK/ends"; failed=1; }
find "$WORK/printed" -type f -print0 | xargs -0 perl tests/messages/log.pl >"$WORK/log" || { head -20 "$WORK/log"; failed=1; }
[ "$(sed -n 's/.* longest //p' "$WORK/log")" -lt 40000 ] || { echo "a line is too long: $(tail -1 "$WORK/log")"; failed=1; }
for file in "$WORK"/printed/*.json.out; do
  case $file in */*-check* | */word-* | */rule-explain* | */rule-list* | */rule-info* | */schema-field* | */template-[bit]*) continue ;; esac
  [ ! -s "$file" ] || jq empty "$file" || { echo "not JSON: $file"; failed=1; }
done
printf '::error::x\n\033[0m ##[error]\xff\n' >"$WORK/known"
[ "$(perl tests/messages/log.pl "$WORK/known" | wc -l)" -ge 2 ] || { echo 'the reader of logs sees nothing'; failed=1; }

# Words leave the program at one place.
pattern='\b(v?f?printf|puts|fputs|putchar|putc|fputc|fwrite)\('
grep -nE "$pattern" compiler/*.c compiler/*/*.c | grep -v '^compiler/base/print\.c:' && {
  echo 'print with base/print.h'
  failed=1
}
exit $failed

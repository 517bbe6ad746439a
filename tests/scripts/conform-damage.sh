# The checker of PDFs finds what it should: a good file, damaged in one way or several for every check
# (tests/conform/damage.txt), has that fault and no other, and the file itself has none.
set -u
status=0
complain() { echo "$1"; status=1; }
conform=$PWD/$BUILD/conform
cp -R tests/diag/base "$WORK/tree"
cp -R tests/conform/in/. "$WORK/tree/"
"$TEKIGO" -C "$WORK/tree" -q --draft --only pdf --pdf-standard a-2a,ua-1 --out "$WORK/out" build >/dev/null 2>&1
good=$WORK/out/ja/C-02.pdf
qpdf --qdf --object-streams=disable --decode-level=specialized --newline-before-endstream "$good" "$WORK/good.qdf" || exit 1
perl tests/conform/damage.pl "$WORK/good.qdf" tests/conform/damage.txt "$WORK" || exit 1
"$conform" --claims a-2a,ua-1 "$WORK/good.pdf" || complain "the file before the damage is not good"
number=$(($(wc -l <"$WORK/expected") + 1))
qpdf --encrypt "" "" 256 -- --newline-before-endstream "$good" "$WORK/$number.pdf"
echo "file-encrypted" >>"$WORK/expected"

(cd "$WORK" && seq "$number" | sed 's/$/.pdf/' | xargs "$conform" --claims a-2a,ua-1 >found)
[ $? -eq 123 ] || complain "faults do not end in the exit status 1"
number=0
while read -r name others; do
  number=$((number + 1))
  grep "^$number\.pdf: " "$WORK/found" >"$WORK/own"
  cut -d: -f2 "$WORK/own" | awk '{ print $1 }' | sort -u >"$WORK/ids"
  printf '%s\n' $name $others | sort -u >"$WORK/wanted"
  cmp -s "$WORK/ids" "$WORK/wanted" || { complain "$name: other faults than expected"; cat "$WORK/own"; }
done <"$WORK/expected"

# Every check has its damage.
"$conform" --list | cut -f1 | sort >"$WORK/all"
cut -d' ' -f1 "$WORK/expected" | sort -u >"$WORK/damaged"
diff "$WORK/all" "$WORK/damaged" || complain "checks without damage, or damage without check"
exit $status

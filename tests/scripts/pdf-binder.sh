# The binder holds every page of every document once, leads to them by contents list and outline, keeps links within
# itself, and is left out on request.
set -u
status=0
complain() { echo "$1"; status=1; }
pages() { pdfinfo "$1" | sed -n 's/^Pages: *//p'; }
"$TEKIGO" -C examples/manufacturer-ja -q --only pdf --out "$WORK/out" build >/dev/null || exit 1
binder=$WORK/out/ja/binder.pdf
qpdf --check "$binder" >"$WORK/log" 2>&1 && ! grep -qi warning "$WORK/log" || complain "$(cat "$WORK/log")"

sum=0
for pdf in "$WORK"/out/ja/*.pdf; do
  [ "$pdf" = "$binder" ] || sum=$((sum + $(pages "$pdf")))
done
mutool show "$binder" outline 2>/dev/null >"$WORK/outline"
dividers=$(($(grep -c '^.	"' "$WORK/outline") - 1)) # all at the top but the cover
cover=$(sed -n '1s/.*page=\([0-9]*\).*/\1/p' "$WORK/outline")
[ "${cover:-1}" = 1 ] || complain "the outline does not begin with the cover"

# The statement of applicability: the page in the contents list is the one that its own first page is.
listed=$(pdftotext -f 2 -l 4 -layout "$binder" - | sed -n 's/^ *A-03 .* \([0-9]*\)$/\1/p' | head -1)
pdftotext -f 1 -l 1 "$WORK/out/ja/soa.pdf" - | head -4 >"$WORK/own"
pdftotext -f "${listed:-1}" -l "${listed:-1}" "$binder" - | head -4 >"$WORK/bound"
cmp -s "$WORK/own" "$WORK/bound" || complain "page ${listed:-?} of the binder is not the first of A-03"
pdftotext -f "${listed:-1}" -l "${listed:-1}" "$binder" - | grep -qE "審査用バインダー +$listed" || complain "page $listed has no number of the binder"

first=$(pdftotext -f 2 -l 4 -layout "$binder" - | sed -n 's/^ *D-00 .* \([0-9]*\)$/\1/p' | head -1)
[ "$(pages "$binder")" -eq $((first - 1 + sum + dividers)) ] ||
  complain "$(pages "$binder") pages, expected $((first - 1)) + $sum + $dividers"

# Dots end before numbers of three digits.
pdftotext -bbox -f 2 -l 4 "$binder" - | tr '"' ' ' | awk '
  /<word/ { word = $10; sub(/^>/, "", word); sub(/<.*/, "", word)
            if (word == "." && $7 > dots) dots = $7
            if (word ~ /^[0-9][0-9][0-9]$/ && $3 > 400) { seen++; if (!number || $3 < number) number = $3 } }
  END { exit !(seen > 9 && dots > 400 && number - dots > 6) }' || complain "dots of the contents list run into the page numbers"

qpdf --qdf --object-streams=disable "$binder" "$WORK/plain"
! grep -qa '/GoToR' "$WORK/plain" || complain "links lead out of the binder"
# Every destination that a link names is there.
grep -ao '/Dest ([^)]*)' "$WORK/plain" | sed 's/^[^(]*//' | sort -u >"$WORK/wanted"
grep -ao '^    ([^)]*)$' "$WORK/plain" | sed 's/^ *//' | sort -u >"$WORK/there"
[ -s "$WORK/wanted" ] && [ -s "$WORK/there" ] || complain "no destinations"
comm -23 "$WORK/wanted" "$WORK/there" >"$WORK/lost"
[ ! -s "$WORK/lost" ] || complain "links to nothing: $(head -3 "$WORK/lost")"

cp -R tests/diag/base "$WORK/tree"
grep -q '^documents:' "$WORK/tree/tekigo.yaml" || printf 'documents:\n' >>"$WORK/tree/tekigo.yaml"
sed -i 's/^documents:.*/documents:\n  - {id: binder, omit: true}/' "$WORK/tree/tekigo.yaml"
"$TEKIGO" -C "$WORK/tree" -q --draft --only pdf --out "$WORK/none" build >/dev/null
[ -f "$WORK/none/ja/soa.pdf" ] && [ ! -f "$WORK/none/ja/binder.pdf" ] || complain "omit: the binder is there, or nothing"

# Without documents there is nothing to bind, and no binder is named.
ids=$(cd "$WORK/none/ja" && ls | sed -n 's/\.pdf$//p')
for id in $ids; do echo "  - {id: $id, omit: true}"; done >>"$WORK/tree/tekigo.yaml"
sed -i '/id: binder/d; /id: soa, number/d' "$WORK/tree/tekigo.yaml"
rm -r "$WORK/tree/policies"
"$TEKIGO" -C "$WORK/tree" --draft --only pdf --out "$WORK/empty" build >"$WORK/named" 2>"$WORK/log"
[ -d "$WORK/empty" ] || complain "nothing was built without documents"
[ ! -s "$WORK/named" ] || complain "without documents: $(cat "$WORK/named")"
exit $status

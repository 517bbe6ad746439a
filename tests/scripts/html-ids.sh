# Every page of both examples: no id twice, none empty or with a blank, those within drawings are names of XML; fragments
# lead to an id of the page; nothing in drawings of the output runs or leads out. (tests/prove/validity.sh asks vnu and axe.)
set -u
status=0
complain() { echo "$1"; status=1; }
for example in manufacturer-ja saas-en; do
  "$TEKIGO" -C "examples/$example" -q --only html --out "$WORK/$example" build >"$WORK/log" 2>&1 || complain "$(cat "$WORK/log")"
done
find "$WORK/manufacturer-ja" "$WORK/saas-en" -name '*.html' | sort >"$WORK/pages"
[ -s "$WORK/pages" ] || complain "no pages"
xargs awk '
  FNR == 1 { end_of_page(); page = FILENAME; delete seen; delete wanted }
  {
    line = $0
    while (match(line, / id="[^"]*"/)) {
      id = substr(line, RSTART + 5, RLENGTH - 6)
      before = before substr(line, 1, RSTART)
      line = substr(line, RSTART + RLENGTH)
      if (id == "" || id ~ /[ \t]/) print page ": the id \"" id "\""
      if (id in seen) print page ": the id " id " stands twice"
      seen[id]
      if (match(before, /<[a-z]+[^<]*$/) && substr(before, RSTART) ~ /^<(svg|pattern|rect|path|g|text|circle|line)[ >]/ && id !~ /^[A-Za-z_][A-Za-z0-9._-]*$/)
        print page ": the id " id " is no name of XML"
    }
    line = $0
    while (match(line, /url\(#[^)]*\)| href="#[^"]*"/)) {
      piece = substr(line, RSTART, RLENGTH)
      line = substr(line, RSTART + RLENGTH)
      sub(/^(url\(| href=")#/, "", piece)
      sub(/[)"]$/, "", piece)
      if (piece !~ /%/) wanted[piece]
    }
    before = ""
  }
  function end_of_page(id) { for (id in wanted) if (!(id in seen)) print page ": nothing is called " id }
  END { end_of_page() }' <"$WORK/pages" >"$WORK/found"
[ ! -s "$WORK/found" ] || complain "$(head -20 "$WORK/found")"
if find "$WORK" -name '*.svg' -exec grep -lE '<script|<foreignObject| on[a-z]+=|@import|href="[^#d]' {} + | grep .; then
  complain "a drawing of the output runs or leads out"
fi
exit $status

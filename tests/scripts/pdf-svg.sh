# SVG drawings stand in PDFs as lines and words: found by a search, no picture of dots, the same bytes whatever languages the
# surroundings name, once in a file. PDF/A-1b takes those that nothing shines through; others become dots there.
set -u
status=0
complain() { echo "$1"; status=1; }
build() { # standards or nothing, output
  "$TEKIGO" -C "$WORK/tree" -q --only pdf ${1:+--pdf-standard "$1"} --out "$WORK/$2" build >/dev/null 2>"$WORK/$2.log" ||
    complain "$2: not built: $(cat "$WORK/$2.log")"
}
pictures() { pdfimages -list "$1" | tail -n +3 | wc -l; }

cp -R tests/diag/base "$WORK/tree"
cp -R tests/render/svg/in/. "$WORK/tree/"
cat >"$WORK/tree/images/seal.svg" <<'END'
<svg xmlns="http://www.w3.org/2000/svg" width="200" height="60" viewBox="0 0 200 60">
  <rect width="200" height="60" fill="#fff" stroke="#123a6b"/>
  <text x="20" y="38" font-size="24" fill="#b3261e" fill-opacity="0.5">社外秘 Secret</text>
</svg>
END
for name in one two; do
  cat >"$WORK/tree/templates/seal-$name.lua" <<END
return document "seal-$name" {
  title = { ja = "押印" }, group = "4", order = 2,
  body = function(isms, d)
    d:section("印")
    d:image("images/seal.svg", "社外秘の印", "印影")
    d:image("images/network.svg", "ネットワーク")
    d:image("images/seal.svg", "社外秘の印", "同じ印影")
  end,
}
END
done

build "" plain
(export LANG=ja_JP.UTF-8 LANGUAGE=ja FC_LANG=ja && build "" other) || status=1
diff -r "$WORK/plain" "$WORK/other" >/dev/null || complain "the languages of the surroundings change the drawing"
for file in "$WORK"/plain/ja/svg.pdf "$WORK"/plain/ja/seal-one.pdf "$WORK"/plain/ja/binder.pdf; do
  name=$(basename "$file")
  [ "$(pictures "$file")" -eq 0 ] || complain "$name: $(pdfimages -list "$file")"
  pdftotext "$file" - >"$WORK/text"
  for words in "適用範囲（本社・第二工場）" ファイアウォール Internet; do
    grep -qF "$words" "$WORK/text" || complain "$name: no $words"
  done
  qpdf --check "$file" >"$WORK/log" 2>&1 && ! grep -qi warning "$WORK/log" || complain "$(cat "$WORK/log")"
  qpdf --qdf --object-streams=disable "$file" "$WORK/plain.qdf"
  ! grep -aE 'cairo|/Interpolate' "$WORK/plain.qdf" || complain "$name: more than the page"
done
[ "$(grep -c '社外秘 Secret' "$WORK/text")" -eq 4 ] || complain "the binder has not four seals"
[ "$(grep -ac '/Subtype /Form' "$WORK/plain.qdf")" -eq 2 ] || complain "the binder has not each drawing once"
qpdf --qdf --object-streams=disable "$WORK/plain/ja/svg.pdf" "$WORK/plain.qdf"
awk '/\/Figure ?<<.*BDC/ { figure = 1 } /EMC/ { figure = 0 } / Do / && figure { found = 1 } END { exit !found }' "$WORK/plain.qdf" ||
  complain "the drawing is no Figure"
pdfinfo -struct "$WORK/plain/ja/svg.pdf" | grep -q Figure || complain "no Figure in the structure"

build a-2a,ua-1 a-2a
[ "$(pictures "$WORK/a-2a/ja/seal-one.pdf")" -eq 0 ] || complain "a-2a: dots"
build a-1b a-1b
[ "$(pictures "$WORK/a-1b/ja/svg.pdf")" -eq 0 ] || complain "a-1b: dots of a drawing that nothing shines through"
[ "$(pictures "$WORK/a-1b/ja/seal-one.pdf")" -eq 2 ] || complain "a-1b: what shines through is not dots"
pdftotext "$WORK/a-1b/ja/svg.pdf" - | grep -q ファイアウォール || complain "a-1b: no words"
classes=
for name in preflight pdfbox2 xmpbox fontbox2 commons-logging javax.activation jaxb-api; do
  [ -f /usr/share/java/$name.jar ] && classes=$classes:/usr/share/java/$name.jar
done
if command -v java >/dev/null && [ -f /usr/share/java/preflight.jar ]; then
  for name in svg seal-one binder; do
    java -cp "$classes" org.apache.pdfbox.preflight.Validator_A1b "$WORK/a-1b/ja/$name.pdf" >"$WORK/log" 2>&1
    grep -q 'is a valid PDF/A-1b file' "$WORK/log" || complain "$name: $(cat "$WORK/log")"
  done
fi

# A damaged drawing is reported at its line, once.
printf '<svg xmlns="http://www.w3.org/2000/svg" width="200" height="60">\n<rect' >"$WORK/tree/images/seal.svg"
"$TEKIGO" -C "$WORK/tree" -q --format short --lang en --only pdf --out "$WORK/damaged" build >"$WORK/damaged.log" 2>&1
[ "$(grep -c '^images/seal.svg:2:.*\[image-svg-refused\]' "$WORK/damaged.log")" -eq 1 ] || complain "damaged: $(cat "$WORK/damaged.log")"
[ "$(grep -c seal "$WORK/damaged.log")" -eq 1 ] || complain "damaged: reported more than once: $(cat "$WORK/damaged.log")"
exit $status

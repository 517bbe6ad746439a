# --pdf-standard: what is claimed is in the file; PDF/A-1b is valid for PDFBox Preflight, where it is installed.
set -u
status=0
complain() { echo "$1"; status=1; }
build() { # standards: into $WORK/<standards>
  "$TEKIGO" -C examples/manufacturer-ja -q --only pdf --pdf-standard "$1" --out "$WORK/$1" build >/dev/null || complain "$1: not built"
}
holds() { grep -qaF "$2" "$1" || complain "$(basename "$1"): no $2"; }

for wrong in a-1b,ua-1 a-1b,a-2a a-3b; do
  "$TEKIGO" -C examples/manufacturer-ja -q --pdf-standard "$wrong" --out "$WORK/wrong" build >/dev/null 2>&1
  [ $? -eq 2 ] || complain "$wrong is not refused"
done

build a-2a,ua-1
file=$WORK/a-2a,ua-1/ja/soa.pdf
holds "$file" "%PDF-1.7"
holds "$file" "<pdfaid:part>2</pdfaid:part>"
holds "$file" "<pdfaid:conformance>A</pdfaid:conformance>"
holds "$file" "<pdfuaid:part>1</pdfuaid:part>"
holds "$file" "<pdfaExtension:schemas>"
qpdf --check "$file" >"$WORK/log" 2>&1 || complain "$(cat "$WORK/log")"
qpdf --qdf --object-streams=disable "$file" "$WORK/plain" || complain "qpdf cannot read $file"
for entry in "/Marked true" "/DisplayDocTitle true" "/StructTreeRoot" "/Lang (ja)" "/Tabs /S" "/S /GTS_PDFA1"; do
  holds "$WORK/plain" "$entry"
done

build a-1b
file=$WORK/a-1b/ja/soa.pdf
holds "$file" "%PDF-1.4"
holds "$file" "<pdfaid:part>1</pdfaid:part>"
holds "$file" "<pdfaid:conformance>B</pdfaid:conformance>"
! grep -qaE '/ObjStm|/XRef|/SMask' "$WORK"/a-1b/ja/*.pdf || complain "a-1b: object streams or transparency"

classes=
for name in preflight pdfbox2 xmpbox fontbox2 commons-logging javax.activation jaxb-api; do
  [ -f /usr/share/java/$name.jar ] && classes=$classes:/usr/share/java/$name.jar
done
if command -v java >/dev/null && [ -f /usr/share/java/preflight.jar ]; then
  for name in A-01 soa dashboard scope; do
    java -cp "$classes" org.apache.pdfbox.preflight.Validator_A1b "$WORK/a-1b/ja/$name.pdf" >"$WORK/log" 2>&1
    grep -q 'is a valid PDF/A-1b file' "$WORK/log" || complain "$name: $(cat "$WORK/log")"
  done
fi
exit $status

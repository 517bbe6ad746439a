# Every PDF of the example is sound by qpdf and mutool, has all its fonts embedded, and no radical code points.
set -u
status=0
"$TEKIGO" -C examples/manufacturer-ja -q --out "$WORK/out" build >/dev/null || exit 1
for pdf in "$WORK"/out/*/*.pdf; do
  name=$(basename "$pdf")
  qpdf --check "$pdf" >"$WORK/log" 2>&1 && ! grep -qi warning "$WORK/log" || { echo "qpdf: $name"; cat "$WORK/log"; status=1; }
  mutool draw -q -F txt -o "$WORK/text" "$pdf" 2>&1 | grep -v "ICC support is not available" >"$WORK/log"
  [ ! -s "$WORK/log" ] || { echo "mutool: $name"; cat "$WORK/log"; status=1; }
  if grep -qP '[\x{2E80}-\x{2FDF}\x{FFFD}]' "$WORK/text"; then echo "radical or unknown code points in $name"; status=1; fi
  pdffonts "$pdf" | awk 'NR > 2 && $(NF - 4) != "yes"' >"$WORK/log"
  [ ! -s "$WORK/log" ] || { echo "font not embedded in $name"; cat "$WORK/log"; status=1; }
done
exit $status

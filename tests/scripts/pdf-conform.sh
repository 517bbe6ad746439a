# PDFs have no fault that build/conform can find: both examples and their binders, claiming a-2a and ua-1 in one theme and
# nothing in the other, the cases of tests/render, the project of every kind of block, and a font of CFF outlines.
set -u
status=0
complain() { echo "$1"; status=1; }
build() { # tree claims option...
  local tree=$1 claims=$2
  shift 2
  rm -rf "$WORK/out"
  "$TEKIGO" -C "$tree" -q --only pdf ${claims:+--pdf-standard "$claims"} --out "$WORK/out" "$@" build >"$WORK/log" 2>&1
  ls "$WORK"/out/*/binder.pdf >/dev/null 2>&1 || { complain "$tree: no files"; cat "$WORK/log"; }
  "$BUILD/conform" --claims "$claims" "$WORK"/out/*/*.pdf >"$WORK/faults" || { complain "$tree ${claims:-no claim} $*"; sed "s|$WORK/out/||" "$WORK/faults"; }
}
lay() { # case...: the trees of tests laid over the base
  rm -rf "$WORK/tree"
  cp -R tests/diag/base "$WORK/tree"
  for case in "$@"; do cp -R "$case/." "$WORK/tree/"; done
}

# The binder has every document: it is drawn, and its structure read, by programs that others wrote.
read_by_others() {
  mutool draw -q -F txt -o "$WORK/text" "$WORK"/out/*/binder.pdf 2>&1 | grep -v "ICC support is not available" >"$WORK/log"
  [ ! -s "$WORK/log" ] || { complain "$1: mutool"; cat "$WORK/log"; }
  pdfinfo -struct "$WORK"/out/*/binder.pdf >"$WORK/structure" 2>"$WORK/log"
  [ ! -s "$WORK/log" ] || { complain "$1: pdfinfo"; cat "$WORK/log"; }
  [ "$(grep -c '^  Part' "$WORK/structure")" -ge "$(ls "$WORK"/out/*/*.pdf | wc -l)" ] || complain "$1: parts of the binder are missing"
}

for example in manufacturer-ja saas-en; do
  build examples/$example a-2a,ua-1
  read_by_others $example
  build examples/$example "" --theme mincho
  read_by_others "$example, mincho"
done
lay tests/render/*/in
build "$WORK/tree" a-2a --draft
lay tests/conform/in
build "$WORK/tree" ua-1 --draft
mkdir -p "$WORK/tree/fonts" "$WORK/tree/templates/theme"
cp /usr/share/fonts/opentype/didot/GFSDidot.otf "$WORK/tree/fonts/House.otf"
echo 'return { name = "house", base = "default", fonts = { latin = { "House.otf" } } }' >"$WORK/tree/templates/theme/house.lua"
build "$WORK/tree" a-2a,ua-1 --draft --theme house
pdffonts "$WORK/out/ja/C-02.pdf" | grep -q 'Type 0C' || complain "no font of CFF outlines was tried"
exit $status

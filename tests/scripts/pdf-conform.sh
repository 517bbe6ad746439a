# PDFs have no fault that build/conform can find: both examples and their binders, claiming a-2a and ua-1 in one theme and
# nothing in the other, the cases of tests/render, the project of every kind of block, and fonts of every kind.
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
done
lay tests/render/*/in
cp tests/conform/in/templates/kinds.lua "$WORK/tree/templates/"
build "$WORK/tree" a-2a --draft

# Outlines of CFF, in a document and, from the system, in drawings.
lay tests/conform/in
didot=/usr/share/fonts/opentype/didot/GFSDidot.otf
mkdir -p "$WORK/tree/fonts" "$WORK/tree/templates/theme"
cp $didot "$WORK/tree/fonts/House.otf"
echo 'return { name = "house", base = "default", fonts = { latin = { "House.otf" }, regular = { "BIZUDGothic-Regular.ttf", "ipaexm.ttf",' \
  "\"DejaVuSans.ttf\", \"$didot\" } } }" >"$WORK/tree/templates/theme/house.lua"
build "$WORK/tree" ua-1 --draft --theme house
pdffonts "$WORK/out/ja/C-02.pdf" >"$WORK/fonts"
for kind in 'Type 1C' 'CID Type 0C .*Identity-H' 'CID Type 0C .*Custom' ' TrueType .*WinAnsi'; do
  grep -q "$kind" "$WORK/fonts" || complain "no font of the kind '$kind' was tried"
done
exit $status

# Themes: the shipped ones make sound files with their own faces in both formats; papers by name; a theme over another;
# fonts of the project go into both formats; what is missing is reported.
set -u
status=0
complain() { echo "$1"; status=1; }
build() { "$TEKIGO" -C "$WORK/tree" --lang en --format short --draft --out "$WORK/out" "$@" build >"$WORK/log" 2>&1 </dev/null; }
fonts() { pdffonts "$WORK/out/ja/soa.pdf" 2>/dev/null; }
cp -R tests/diag/base "$WORK/tree"

build || { complain "the default theme does not build"; cat "$WORK/log"; }
fonts | grep -q 'BIZUDGothic-Regular' || complain "the default theme is set in BIZ UDGothic"
pdfinfo "$WORK/out/ja/soa.pdf" | grep -q '(A4)' || complain "the default paper is A4"
build --theme mincho || { complain "the theme mincho does not build"; cat "$WORK/log"; }
fonts | grep -q 'IPAexMincho' || complain "the theme mincho is set in IPAexMincho"
grep -q 'IPAexMincho' "$WORK/out/style.css" || complain "the style sheet of mincho names its face"
# Grounds come from the theme, in pages as in PDFs: heads at the side of tables, charts' cells.
grep -qE 'background: #f[37]' "$WORK/out/style.css" && complain "a ground of the style sheet is not the theme's"
grep -qE '^svg \.cell \{ fill: var\(--header\)' "$WORK/out/style.css" || complain "cells of charts are not those of PDFs"
# English documents have a face of their own, in both formats; Japanese ones do not.
"$TEKIGO" -C examples/saas-en -q --theme mincho --out "$WORK/english" build >/dev/null 2>&1
faces=$(pdffonts "$WORK/english/en/STD-02.pdf")
grep -q 'LiberationSerif' <<<"$faces" && grep -q 'LiberationSans-Bold' <<<"$faces" || complain "English documents are set in Liberation"
grep -q "BIZUDP" <<<"$faces" && complain "English words are set in a Japanese face"
fonts | grep -q 'Liberation' && complain "a Japanese document is set in Liberation"
grep -q '"Liberation Serif"' "$WORK/english/style.css" || complain "the style sheet of mincho names no Western face"
qpdf --check "$WORK/out/ja/soa.pdf" >/dev/null 2>&1 || complain "qpdf finds fault with a file of the theme mincho"

# A theme of the project over a shipped one, on other paper, with a font of its own.
mkdir -p "$WORK/tree/templates/theme" "$WORK/tree/fonts"
cp /usr/share/fonts/opentype/ipaexfont-mincho/ipaexm.ttf "$WORK/tree/fonts/House.ttf"
cat >"$WORK/tree/templates/theme/house.lua" <<'LUA'
return { name = "house", base = "mincho", paper = "letter", colors = { key = "#402060" },
  fonts = { regular = { "House.ttf" }, latin = { "House.ttf" } } }
LUA
echo 'theme: house' >>"$WORK/tree/tekigo.yaml"
build || { complain "the theme of the project does not build"; cat "$WORK/log"; }
pdfinfo "$WORK/out/ja/soa.pdf" | grep -q 'letter' || complain "the paper of the theme is letter"
fonts | grep -q 'IPAexMincho' || complain "the font of the project is used"
cmp -s "$WORK/tree/fonts/House.ttf" "$WORK/out/fonts/House.ttf" || complain "the font of the project is beside the pages"
grep -q -- '--key:#402060' "$WORK/out/style.css" || complain "the colour of the theme is in the style sheet"
grep -q -- '--first-size:15.00pt' "$WORK/out/style.css" || complain "the theme takes the rest from its base"

# A font cut short, a style sheet that is not there.
head -c 3000 "$WORK/tree/fonts/House.ttf" >"$WORK/cut" && mv "$WORK/cut" "$WORK/tree/fonts/House.ttf"
build
grep -q '\[font-damaged\]' "$WORK/log" || complain "a damaged font is reported"
sed -i 's/base = "mincho"/base = "mincho", css = "templates\/theme\/none.css"/' "$WORK/tree/templates/theme/house.lua"
build --only html
grep -q '\[theme-sheet\]' "$WORK/log" || complain "a missing style sheet is reported"
sed -i 's/base = "mincho"/base = "house"/' "$WORK/tree/templates/theme/house.lua"
build --only html
grep -q '\[theme-unknown\]' "$WORK/log" || complain "a theme over itself is reported"
exit $status

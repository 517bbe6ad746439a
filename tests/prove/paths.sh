# Names that would lead out of the output: each is an error with its place, and nothing is written anywhere else.
set -u
. tests/prove/lib.sh
outer=$WORK/outer
mkdir "$outer"
attempts=0 escapes=0 unplaced=0

# Everything beside the tree's own output that is there, with its bytes.
around() { (cd "$outer" && find . -path ./tree/out -prune -o -printf '%p %y %l\n' | sort && find . -path ./tree/out -prune -o -type f -exec sha256sum {} + | sort); }
lay() {
  chmod -R u+rwX "$outer" && rm -rf "$outer"
  mkdir -p "$outer/victim" && cp -R tests/diag/base "$outer/tree" && mkdir "$outer/tree/templates" "$outer/tree/.x"
  echo keep >"$outer/victim/file"
  ln -s ../../victim/file "$outer/tree/.x/k.html" && ln -s ../../victim "$outer/tree/.x/dir"
}
# name: builds, also as a draft, and compares.
attack() {
  attempts=$((attempts + 1))
  around >"$WORK/before"
  local status mode
  for mode in "" --draft; do
    # shellcheck disable=SC2086 # no mode is no word
    "$TEKIGO" -C "$outer/tree" --lang en --format short $mode build >"$WORK/messages" 2>&1
    status=$?
    around | cmp -s - "$WORK/before" || { escapes=$((escapes + 1)); echo "$1: something changed outside the output" >&2; diff <(around) "$WORK/before" >&2; }
    [ $status -le 1 ] && grep -qE '^[^ ]+:[0-9]+:[0-9]+: (error|warning): .*\[(output-name|output-name-twin|document-twice|bad-id|unknown-value|wrong-type|markdown-image-outside|image-missing|image-ending|image-unreadable)\]$' "$WORK/messages" ||
      { unplaced=$((unplaced + 1)); echo "$1 $mode: exit $status without an error at a place" >&2; head -3 "$WORK/messages" >&2; }
  done
}

template() { printf 'return document "%s" { title = "t", group = "other", body = function(isms, d) d:paragraph("x") end }\n' "$1" >"$outer/tree/templates/own.lua"; }
while IFS= read -r id; do
  lay
  template "$id"
  attack "template $id"
done <<'IDS'
../../escaped
../escaped
../../../../../../../../tmp/tekigo-escaped
/tmp/tekigo-escaped
..
.
...
./own
own/
own/../../x
a/b/c
../.x/k
../../.x/k
../../.x/dir/file
../.x/dir/file
..\\..\\escaped
a\\b
c:own
own:stream
con
AUX
nul.html
Com1
COM9.pdf
lpt0
prn.tar.gz
CONIN$
clock$
.tekigo
.hidden
-rf
 leading
trailing 
trailing.
soa\0x
a\nb
a\rb
a\tb
\27[2J
\u{202E}lmth
\u{2066}x
\u{200B}
\u{FEFF}own
\u{2028}
\u{E0041}x
\u{E000}
\u{FFFF}
\u{301}own
own?
own*
own|x
own<x>
\"own\"
\xFF\xFE
\xC0\xAE\xC0\xAE\x2F
SOA
ｓｏａ/x
　
IDS
for id in '("x"):rep(201)' '("あ"):rep(67)' '("../"):rep(400) .. "x"' '("a/"):rep(40)'; do
  lay
  printf 'return document(%s) { title = "t", group = "other", body = function(isms, d) end }\n' "$id" >"$outer/tree/templates/own.lua"
  attack "template $id"
done
# Ids that records give, languages, images.
for path in images/con.png images/a:b.png 'images/trailing .png /x.png' 'images/.hidden.png' images/../../victim/file ../victim/file /etc/hostname .x/k.html; do
  lay
  mkdir -p "$outer/tree/images"
  case $path in images/..* | images/.hidden*) ;; images/*) mkdir -p "$(dirname "$outer/tree/$path")" && printf '\211PNG\r\n\032\n\0\0\0\rIHDR\0\0\0\001\0\0\0\001\010\0\0\0\0\072\176\233\125' >"$outer/tree/$path" ;; esac
  printf '\n![x](<../%s>)\n' "$path" >>"$outer/tree/policies/C-01.md"
  attack "image $path"
done
for id in CON nul com1 A. ../x; do
  lay
  sed "s|id: C-01|id: $id|" "$outer/tree/policies/C-01.md" >"$outer/tree/policies/own.md" && rm "$outer/tree/policies/C-01.md"
  attack "policy $id"
done
for language in ../x . images fonts; do
  lay
  sed -i "s|languages: \[ja\]|languages: [\"$language\"]|" "$outer/tree/tekigo.yaml"
  attack "language $language"
done
judge "nothing is written outside the output" "$attempts names, $escapes written elsewhere" $escapes
judge "each such name is an error at its place" "$attempts names, $unplaced without" $unplaced

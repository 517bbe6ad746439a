# The checker of PDFs finds what it should: a good file, damaged in one way for every check (tests/conform/damage.txt),
# has that fault and no other, and the file itself has none.
set -u
status=0
complain() { echo "$1"; status=1; }
conform=$PWD/$BUILD/conform
cp -R tests/diag/base "$WORK/tree"
cp -R tests/conform/in/. "$WORK/tree/"
"$TEKIGO" -C "$WORK/tree" -q --draft --only pdf --pdf-standard a-2a,ua-1 --out "$WORK/out" build >/dev/null 2>&1
good=$WORK/out/ja/C-02.pdf
qpdf --qdf --object-streams=disable --decode-level=specialized --newline-before-endstream "$good" "$WORK/good.qdf" || exit 1
fix-qdf <"$WORK/good.qdf" >"$WORK/good.pdf"
"$conform" --claims a-2a,ua-1 "$WORK/good.pdf" || complain "the file before the damage is not good"
qpdf --encrypt "" "" 256 -- --newline-before-endstream "$good" "$WORK/file-encrypted.pdf"

echo "file-encrypted" >"$WORK/expected"
while IFS='|' read -r names change; do
  case $names in '#'* | '') continue ;; esac
  read -r -a words <<<"$names"
  raw=no
  [ "${words[0]}" != raw ] || { raw=yes; words=("${words[@]:1}"); }
  name=${words[0]}
  if [ $raw = yes ]; then
    perl -0777 -pe "$change" "$WORK/good.pdf" >"$WORK/$name.pdf"
    ! cmp -s "$WORK/good.pdf" "$WORK/$name.pdf" || complain "$name: the damage changes nothing"
  else
    perl -0777 -pe "$change" "$WORK/good.qdf" >"$WORK/damaged.qdf"
    ! cmp -s "$WORK/good.qdf" "$WORK/damaged.qdf" || complain "$name: the damage changes nothing"
    fix-qdf <"$WORK/damaged.qdf" >"$WORK/$name.pdf"
  fi
  printf '%s\n' "${words[*]}" >>"$WORK/expected"
done <tests/conform/damage.txt

(cd "$WORK" && cut -d' ' -f1 expected | sed 's/$/.pdf/' | xargs "$conform" --claims a-2a,ua-1 >found)
while read -r name others; do
  grep "^$name\.pdf: " "$WORK/found" >"$WORK/own"
  cut -d: -f2 "$WORK/own" | awk '{ print $1 }' | sort -u >"$WORK/ids"
  printf '%s\n' $name $others | sort -u >"$WORK/wanted"
  cmp -s "$WORK/ids" "$WORK/wanted" || { complain "$name: other faults than expected"; cat "$WORK/own"; }
done <"$WORK/expected"
"$conform" --claims a-2a,ua-1 "$WORK/marked.pdf" >/dev/null
[ $? -eq 1 ] || complain "a fault does not end in the exit status 1"

# Every check has its damage.
"$conform" --list | cut -f1 | sort >"$WORK/all"
cut -d' ' -f1 "$WORK/expected" | sort >"$WORK/damaged"
diff "$WORK/all" "$WORK/damaged" || complain "checks without damage, or damage without check"
exit $status

# A signal does not end a file early; one that changes or fails while it is read is no part of a document.
set -u
[ "$BUILD" = "${BUILD%asan}" ] || exit 0 # the sanitizer wants to be the first library
status=0
gcc -std=c11 -D_GNU_SOURCE -O2 -fPIC -shared -o "$WORK/change.so" tests/memory/change.c || exit 1
run() { # how, file
  rm -rf "$WORK/tree"
  cp -R tests/diag/base "$WORK/tree"
  LD_PRELOAD=$WORK/change.so CHANGE=$1 CHANGE_FILE=$2 "$TEKIGO" -C "$WORK/tree" -q --only html --lang en build >"$WORK/messages" 2>&1
}
complain() { echo "$1"; cat "$WORK/messages"; status=1; }

cp -R tests/diag/base "$WORK/tree"
"$TEKIGO" -C "$WORK/tree" -q --only html --lang en build >"$WORK/messages" 2>&1 || complain "not built"
mv "$WORK/tree/out" "$WORK/right"
for file in /soa.csv /policies/C-01.md /scope.yaml; do
  run interrupt "$file" && diff -r "$WORK/right" "$WORK/tree/out" || complain "$file, interrupted"
  for how in grow shrink rewrite; do
    run $how "$file"
    [ $? -eq 1 ] && grep -q "\[file-changed\]: ${file#/}" "$WORK/messages" && [ ! -e "$WORK/tree/out" ] || complain "$file: $how"
  done
  run fail "$file"
  [ $? -eq 1 ] && grep -q '\[file-unreadable\]' "$WORK/messages" && [ ! -e "$WORK/tree/out" ] || complain "$file cannot be read"
done
exit $status

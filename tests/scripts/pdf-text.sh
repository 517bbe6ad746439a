# The text of every PDF of both examples, and of their binders, taken out by its structure, is that of the trees.
set -u
compare() { # example
  "$TEKIGO" -C "examples/$1" -q --only pdf,dump --out "$WORK/$1" build >/dev/null || return 1
  local folder
  for folder in "$WORK/$1"/??; do
    lua5.4 tests/pdf_text.lua "$folder" || return 1
  done
}
compare saas-en >"$WORK/saas-en.log" 2>&1 &
compare manufacturer-ja
status=$?
wait $! || status=1
cat "$WORK/saas-en.log"
exit $status

# Every clause from 4 to 10 that asks for documented information has a document and a kind of record or a policy for it.
set -u
"$TEKIGO" info documents >"$WORK/documents" || exit 1
sed -n '/^## Documented/,$p' "$WORK/documents" | grep -E '^\| [0-9]' >"$WORK/clauses"
[ "$(wc -l <"$WORK/clauses")" -ge 13 ] || { echo "too few clauses"; cat "$WORK/clauses"; exit 1; }
if awk -F'|' '$4 !~ /`/' "$WORK/clauses" | grep .; then echo "has no document"; exit 1; fi
exit 0

# docs/messages.md, rules.md, fields.md and documents.md are what `tekigo info` prints (`make docs` writes them).
set -u
status=0
mkdir "$WORK/empty"
for what in messages rules fields documents; do
  "$TEKIGO" -C "$WORK/empty" info $what >"$WORK/$what.md" || { echo "info $what failed"; status=1; }
  cmp -s "$WORK/$what.md" docs/$what.md || { echo "docs/$what.md is not current: make docs"; diff "$WORK/$what.md" docs/$what.md | head -5; status=1; }
done
exit $status

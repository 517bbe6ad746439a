# Every message has a test that shows it and a line in the manual; every rule has its tests and its line; every kind of
# document node is in the manual.
set -u
status=0
slugs=$(grep -oE '^X\([A-Z0-9_]+, (ERROR|WARNING|NOTE), "[a-z0-9-]+"' compiler/base/message_list.h | sed 's/.*"\(.*\)"/\1/')
[ -n "$slugs" ] || { echo "no messages found"; exit 1; }
for slug in $slugs; do
  grep -rqF "[$slug]" tests/diag --include='expected.*' || grep -rqE "\"$slug\"|\[$slug\]|$slug" tests/unit tests/scripts || { echo "no test shows message $slug"; status=1; }
  grep -qF "\`$slug\`" docs/messages.md || { echo "docs/messages.md lacks $slug"; status=1; }
done
for rule in lua/rules/*.lua; do
  name=$(basename "$rule" .lua)
  [ -d "tests/rules/$name" ] || { echo "rule $name has no test"; status=1; }
  grep -qF "\`$name\`" docs/rules.md || { echo "docs/rules.md lacks $name"; status=1; }
done
exit $status

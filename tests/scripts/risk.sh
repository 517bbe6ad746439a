# `risk`: register, trace, what-if, JSON; wrong wishes are refused; nothing is written.
set -u
fail() { echo "$1"; cat "$WORK/messages" "$WORK/answer" 2>/dev/null; exit 1; }
cp -R tests/diag/base "$WORK/tree"
before=$(cd "$WORK/tree" && find . -type f | sort | xargs sha256sum)
ask() { "$TEKIGO" -C "$WORK/tree" --lang en risk "$@" >"$WORK/answer" 2>"$WORK/messages"; }
ask || fail "risk failed"
grep -qE '^R-001 +2 +6 High +3 Medium' "$WORK/answer" || fail "the register lacks a level, its word or priority"
[ "$(grep -nE '^R-00' "$WORK/answer" | head -1 | cut -d: -f2 | cut -c1-5)" = R-001 ] || fail "not sorted by level"
grep -qF 'Today  (Importance \ Likelihood)' "$WORK/answer" || fail "no heat map"
grep -q "$(printf '\033')" "$WORK/answer" && fail "colour where there is no terminal"
ask --color always && grep -q "$(printf '\033')" "$WORK/answer" || fail "no colour when asked for"
ask R-001 --trace || fail "trace failed"
grep -qF '3 × 2 = 6  [High, priority 2]' "$WORK/answer" || fail "the trace lacks the level"
grep -qF 'max(1, 2 + 3 − 3) = 2' "$WORK/answer" || fail "the trace lacks the likelihood"
grep -qF 'max(2, 3, 2) = 3' "$WORK/answer" || fail "the trace lacks the asset's importance"
ask --what-if control=8.13:not --what-if R-002.first.threat=3 || fail "what-if failed"
grep -qF 'second assessments that no longer hold: R-001' "$WORK/answer" || fail "the control changes nothing"
grep -qE 'second +3 Medium +→ —' "$WORK/answer" || fail "the second assessment still holds"
grep -qE 'first +2 Low +→ 4 Medium' "$WORK/answer" || fail "the threat changes nothing"
ask --what-if R-002.first.threat=3 --format json || fail "JSON failed"
[ "$(jq -r '.changes[] | "\(.id) \(.before.first.level) \(.after.first.level)"' "$WORK/answer")" = "R-002 2 4" ] || fail "wrong JSON"
[ "$(jq -r '.risks[0].first.trace | length' "$WORK/answer")" = 3 ] || fail "no trace in JSON"
for wrong in control=8.13 control=99.1:not R-002.first.threat=9 R-002.first.thread=1 R-999.first.threat=1 R-002.owner=P-1 nonsense; do
  ask --what-if "$wrong"
  [ $? -eq 2 ] && [ -s "$WORK/messages" ] || fail "--what-if $wrong is taken"
done
ask R-999
[ $? -eq 2 ] || fail "an unknown risk is shown"
[ "$before" = "$(cd "$WORK/tree" && find . -type f | sort | xargs sha256sum)" ] || fail "risk changed the tree"
sed -i 's/method: ipa/method: matrix/; ' "$WORK/tree/tekigo.yaml"
sed -i 's/threat: \([0-9]\), vulnerability: /likelihood: \1, impact: /' "$WORK/tree/risks/risks.yaml"
ask --what-if R-002.first.impact=6
[ $? -eq 2 ] && grep -q risk-value "$WORK/messages" && [ ! -s "$WORK/answer" ] || fail "a value outside the matrix is taken"
sed -i 's/method: matrix/method: nothing/' "$WORK/tree/tekigo.yaml"
ask
[ $? -eq 2 ] && grep -q risk-method-unknown "$WORK/messages" || fail "an unknown method goes unsaid"
exit 0

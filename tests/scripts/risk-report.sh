# The risk report with every method: its page, its columns, heat map or loss exceedance curve, the trace.
set -u
fail() { echo "$1"; cat "$WORK/messages" 2>/dev/null; exit 1; }
make_report() { # method, then sed expressions for the risks
  rm -rf "$WORK/tree" "$WORK/out"
  cp -R tests/diag/base "$WORK/tree"
  sed -i "s/method: ipa/method: $1/; s/languages: \[ja\]/languages: [ja, en]/" "$WORK/tree/tekigo.yaml"
  method=$1
  shift
  for expression in "$@"; do sed -i "$expression" "$WORK/tree/risks/risks.yaml"; done
  "$TEKIGO" -C "$WORK/tree" -q --draft --only html --out "$WORK/out" build >"$WORK/messages" 2>&1
  [ -s "$WORK/out/en/risk-report.html" ] || fail "$method: no report"
  for language in ja en; do sed 's/<[^>]*>/ /g' "$WORK/out/$language/risk-report.html" | tr -s ' \n' ' ' >"$WORK/$language"; done
}
expect() { # language text
  grep -qF -- "$2" "$WORK/$1" || fail "$method: the report ($1) lacks: $2"
}
make_report ipa
expect ja 'max(1, 2 + 3 − 3) = 2'
expect en 'Importance \ Likelihood'
make_report product
expect en 'Risk level: 3 × 2 × 3 = 18'
expect ja '重要度＼脅威×脆弱性'
expect en 'A risk of a level above 9 may not stay untreated.'
make_report matrix 's/threat: \([0-9]\), vulnerability: /likelihood: \1, impact: /'
expect en 'Risk level: 2 × 3 = 6'
expect ja '25 極めて高い'
expect en 'Likelihood \ Impact'
make_report quantitative 's/threat: \([0-9]\), vulnerability: \([0-9]\)/frequency: {min: 0.\1, likely: \1, max: 1\1}, loss: {min: \20000, likely: \200000, max: \2000000}/'
expect ja '損失超過曲線'
expect en 'Expected loss a year: 3.366667 × 705,000 = 2,373,500'
expect en '10000 years, seed 1'
grep -q '<polyline' "$WORK/out/en/risk-report.html" || fail "no curve"
cp -R "$WORK/out" "$WORK/first"
"$TEKIGO" -C "$WORK/tree" -q --draft --only html --out "$WORK/out" build >/dev/null 2>&1
diff -r "$WORK/first" "$WORK/out" >"$WORK/messages" || fail "the simulation differs from run to run"
exit 0

# Settings that ask for less than the default, and a higher criterion of acceptance; stricter ones, the default itself and settings of
# nobody are none.
sed -i 's/^risk: .*/risk: {method: ipa, criteria: {acceptable: 6}}/' tekigo.yaml
cat >> tekigo.yaml <<'YAML'
settings:
  audit-interval-months: 24
  review-interval-months: 12
  law-check-interval-months: 6
  verification-days: "45"
  effectiveness-days: 1e3
  same-reason-limit: 5.5
  same-score-limit: ~
  of-nobody: 99
YAML

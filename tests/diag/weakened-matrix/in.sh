# The same limit, but of a wider band: more cells of the matrix may stay untreated.
sed -i 's/^risk: .*/risk: {method: matrix, criteria: {bands: [{id: low, max: 4}, {id: medium, max: 16}, {id: high, max: 25}]}}/' tekigo.yaml
cat > risks/risks.yaml <<'YAML'
- {id: R-001, event: 改ざん, source: 外部の者, consequence: 誤った出荷, owner: P-2, approach: event, first: {likelihood: 2, impact: 2}, option: retain, acceptance: {by: P-2, date: 2026-04-01, until: 2027-03-31, reason: 小さい}}
YAML

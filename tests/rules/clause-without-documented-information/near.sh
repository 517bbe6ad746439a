sed -i 's/, "6.2"//' policies/C-01.md
sed -i 's/clauses: \["7.5.3"\]/clauses: ["7.5.3", "6.2"]/' evidence/evidence.yaml

sed -i 's/, clauses: \["7.5.3"\]//' evidence/evidence.yaml

sed -i 's/^clauses: \["4.3"\]/clauses: ["4.3", "5.2"]/' audits/AU-1.yaml

printf -- '- {id: A-001, name: 別の資産, owner: P-1, department: GA, confidentiality: 1, integrity: 1, availability: 1}\n' > assets/zz.yaml

printf -- '- id: P-9\n\tname: 田中\n' >> people.yaml

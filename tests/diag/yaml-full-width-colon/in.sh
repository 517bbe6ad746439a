printf -- '- id： P-9\n  name: 田中\n' >> people.yaml

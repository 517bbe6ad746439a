printf -- '- id: P-9\n  name: 課長: 田中\n' >> people.yaml

printf -- '- id: P-9\n  name: 田中\n  position: 課長\n  name: 中田\n' >> people.yaml

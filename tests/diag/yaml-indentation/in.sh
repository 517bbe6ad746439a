printf -- '- id: P-9\n  name: 田中\n position: 課長\n' >> people.yaml

printf -- '- id: P-9\n  name\n  position: 課長\n' >> people.yaml

printf -- '- {id: P-9, name: \x93\x63\x92\x86}\n' >> people.yaml

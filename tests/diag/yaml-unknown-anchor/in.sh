printf -- '- {id: P-9, name: *fast}\n' >> people.yaml

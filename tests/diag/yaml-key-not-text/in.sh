printf -- '- {id: P-9, [name]: 田中}\n' >> people.yaml

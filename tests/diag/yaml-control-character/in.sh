printf -- '- {id: P-9, name: "a\001b"}\n' >> people.yaml

printf -- '- {id: P-9, name: "a\000b"}\n' >> people.yaml

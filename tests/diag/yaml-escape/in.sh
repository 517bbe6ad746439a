printf -- '- {id: P-9, name: "C:\\Users"}\n' >> people.yaml

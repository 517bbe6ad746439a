printf -- '- {id: P-9, name: \xe7\x94}\n' >> people.yaml

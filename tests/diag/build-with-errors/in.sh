printf -- '- {id: P-1, name: 重複}\n' >> people.yaml

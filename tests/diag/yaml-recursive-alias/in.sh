printf -- '- &self {id: P-9, name: 田中, position: *self}\n' >> people.yaml

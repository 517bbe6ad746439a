printf -- '- &base {id: P-8, name: 田中}\n- {<<: *base, id: P-9}\n' >> people.yaml

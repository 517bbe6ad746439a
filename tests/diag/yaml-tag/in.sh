printf -- '- id: P-9\n  name: !!python/object:os.system 田中\n' >> people.yaml

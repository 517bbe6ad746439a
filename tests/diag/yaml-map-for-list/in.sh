printf 'id: P-9\nname: 田中\n' > people.yaml

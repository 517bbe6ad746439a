rm tekigo.yaml

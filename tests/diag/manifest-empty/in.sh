: > tekigo.yaml

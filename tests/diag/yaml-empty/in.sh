: > people.yaml

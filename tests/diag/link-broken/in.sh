rm people.yaml && ln -s nobody.yaml people.yaml

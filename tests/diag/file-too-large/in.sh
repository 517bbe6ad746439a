truncate -s 65M assets/huge.yaml

printf 'a: 1\n' > asets.yaml

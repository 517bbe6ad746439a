rm people.yaml && mkfifo people.yaml

rm people.yaml && mkdir people.yaml && echo x > people.yaml/x

iconv -f UTF-8 -t UTF-16 people.yaml > p && mv p people.yaml

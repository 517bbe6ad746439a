iconv -f UTF-8 -t CP932 people.yaml > p && mv p people.yaml

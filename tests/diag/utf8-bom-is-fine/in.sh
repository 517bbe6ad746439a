printf '\xef\xbb\xbf' | cat - people.yaml > p && mv p people.yaml

{ printf -- '- {id: P-9, name: '; head -c 100000 /dev/zero | tr '\0' a; printf ', nam: x}\n'; } >> people.yaml

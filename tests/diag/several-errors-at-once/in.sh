sed -i 's/integrity: 3/integrity: 4/' assets/assets.yaml
printf -- '- {id: P-1, name: 二人目}\n- {id: P-9, nam: 三人目}\n' >> people.yaml
printf '\n[手順](C-99.md)\n' >> policies/C-01.md

seq 1 3000 | sed 's/.*/- {id: X-&, nam: 名, position: [a], left: 2026-13-01, department: NN}/' >> people.yaml
seq 1 3000 | sed 's/.*/[手順](Z-&)\n/' >> policies/C-01.md

for n in 3 4 5 6; do
  printf -- '- {id: R-00%d, assets: [A-001], source: 源%d, event: 事象%d, consequence: 結果, owner: P-1, first: {threat: 2, vulnerability: 3}, option: reduce, controls: ["8.13"], status: planned}\n' $n $n $n
done > risks/more.yaml

sed -i '1s/availability: 2/availability: 3/' assets/*.yaml
cat >continuity.yaml <<'END'
- {id: BC-1, scenario: Fire, process: Orders, owner: P-2, assets: [A-002]}
END

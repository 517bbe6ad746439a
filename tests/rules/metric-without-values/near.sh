cat >metrics.yaml <<'END'
- {id: M-1, name: Patches in time, target: 95, direction: at-least, series: [{date: 2026-09-30, value: 90}]}
END

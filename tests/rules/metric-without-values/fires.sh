cat >metrics.yaml <<'END'
- {id: M-1, name: Patches in time, target: 95, direction: at-least}
END

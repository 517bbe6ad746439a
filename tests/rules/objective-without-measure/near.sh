cat >objectives.yaml <<'END'
- {id: O-1, objective: No leaks, owner: P-1, due: 2027-03-31, indicator: Leaks a year, target: 0}
END

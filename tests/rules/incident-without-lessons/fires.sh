cat >incidents.yaml <<'END'
- {id: IN-1, date: 2026-05-20, summary: Mail to the wrong customer, reach: medium}
END

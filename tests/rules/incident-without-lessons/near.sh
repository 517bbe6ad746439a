cat >incidents.yaml <<'END'
- {id: IN-1, date: 2026-05-20, summary: Mail to the wrong customer, reach: large, lessons: Hold mail back for two minutes}
- {id: IN-2, date: 2026-05-20, summary: Suspicious mail, reach: small}
END

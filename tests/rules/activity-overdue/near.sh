cat >calendar.yaml <<'END'
- {id: AC-1, activity: Check the logs, frequency: monthly, owner: P-3, planned: [2026-08-10, 2026-09-10, 2026-10-15], done: [2026-08-12, 2026-09-08]}
END

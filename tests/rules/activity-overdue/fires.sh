cat >calendar.yaml <<'END'
- {id: AC-1, activity: Check the logs, frequency: monthly, owner: P-3, planned: [2026-08-10, 2026-09-10, 2026-11-10], done: [2026-08-10]}
END

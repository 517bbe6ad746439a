mkdir -p training
cat >training/training.yaml <<'END'
- {id: TR-1, name: Basics, planned_start: 2026-10-01, planned_end: 2026-10-14}
END

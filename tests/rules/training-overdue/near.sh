mkdir -p training
cat >training/training.yaml <<'END'
- {id: TR-1, name: Basics, planned_start: 2026-10-01, planned_end: 2026-10-15}
- {id: TR-2, name: More, planned_start: 2026-09-01, held_start: 2026-09-02}
END

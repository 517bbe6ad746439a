cat >suppliers.yaml <<'END'
- {id: SP-1, name: Works, type: contractor, service: Grinding, owner: P-2, last_review: 2025-10-01, next_review: 2026-10-14}
END

cat >competence.yaml <<'END'
- id: CM-1
  role: RO-2
  person: P-3
  date: 2026-05-29
  requirements:
    - {requirement: Knows the policies, score: 2, improvement: Course, improvement_due: 2026-12-25}
END

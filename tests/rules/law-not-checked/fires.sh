cat >laws.yaml <<'END'
- {id: LW-1, name: Privacy act, duty: Protect personal data, owner: P-3, checked: 2025-10-14}
END

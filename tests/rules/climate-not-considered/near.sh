mkdir -p context
cat >context/issues.yaml <<'END'
- {id: IS-1, side: external, issue: Ransomware}
- {id: IS-2, side: external, issue: Heat, climate: true}
END

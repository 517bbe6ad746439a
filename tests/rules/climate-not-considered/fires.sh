mkdir -p context
cat >context/issues.yaml <<'END'
- {id: IS-1, side: external, issue: Ransomware}
END

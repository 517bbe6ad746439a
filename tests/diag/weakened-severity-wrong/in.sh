# The long form of a severity: its parts, and what it cannot be.
cat >> tekigo.yaml <<'YAML'
rules:
  task-overdue: {severity: loud, reason: 準備中}
  law-not-checked: {severty: off}
  evidence-unused: {reason: 準備中}
  control-missing: [off]
YAML

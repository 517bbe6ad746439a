printf 'rules: {task-overdu: off, task-overdue: loud}\n' >> tekigo.yaml

sed -i 's/planned_end: 2026-08-31/planned_end: 20260831/' treatment/2026.yaml

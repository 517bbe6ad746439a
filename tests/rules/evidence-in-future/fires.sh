sed -i 's/date: 2026-09-10/date: 2026-10-16/' evidence/evidence.yaml

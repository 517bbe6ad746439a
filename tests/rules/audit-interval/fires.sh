sed -i 's/^start: 2026-08-03/start: 2025-10-14/; s/date: 2026-08-03/date: 2025-10-14/' audits/AU-1.yaml

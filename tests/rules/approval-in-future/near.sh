sed -i '1s/date: 2026-04-01/date: 2026-10-15/' approvals.yaml

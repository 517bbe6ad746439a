sed -i 's/second: {threat: 2, vulnerability: 1}/second: {threat: 2, vulnerability: 3}\n  acceptance: {by: P-1, date: 2026-06-30, until: 2026-12-31, reason: 更新まで}/' risks/risks.yaml

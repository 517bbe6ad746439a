sed -i 's/^version: "1.0"/version: "1.1"/' policies/C-01.md
sed -i '1a - {id: AP-3, document: C-01, version: "1.1", role: approver, person: P-1, date: 2026-05-01}' approvals.yaml

sed -i 's/assets: \[A-001\]/assets: [A-01]/' risks/risks.yaml

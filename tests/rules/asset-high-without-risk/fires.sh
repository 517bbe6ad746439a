sed -i 's/assets: \[A-001\]/assets: [A-002]/' risks/risks.yaml

sed -i 's/assets: \[A-002\]/assets: [a-002]/' risks/risks.yaml

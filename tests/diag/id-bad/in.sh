sed -i 's/id: A-002/id: "A 002"/; ' assets/assets.yaml
sed -i 's/assets: \[A-002\]/assets: [A-001]/' risks/risks.yaml

sed -i 's/assets: \[A-002\]/confidentiality: 1\n  integrity: 1\n  availability: 1/; s/id: R-002/&/' risks/risks.yaml
awk '/id: R-002/{second=1} second{sub("approach: asset","approach: event")} {print}' risks/risks.yaml > risks/new && mv risks/new risks/risks.yaml

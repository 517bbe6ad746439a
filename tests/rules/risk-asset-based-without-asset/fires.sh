sed -i '/assets: \[A-002\]/d' risks/risks.yaml

sed -i '/  acceptance:/d' risks/risks.yaml

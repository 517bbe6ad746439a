sed -i '/  second:/d' risks/risks.yaml

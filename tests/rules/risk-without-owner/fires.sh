sed -i '0,/  owner: P-1/{/  owner: P-1/d}' risks/risks.yaml

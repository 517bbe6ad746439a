sed -i 's/  owner: P-1/  owner: "P-1"/' risks/risks.yaml

sed -i 's/by: P-2/by: "P-2"/' risks/risks.yaml

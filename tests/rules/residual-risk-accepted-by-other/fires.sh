sed -i 's/by: P-2/by: P-1/' risks/risks.yaml

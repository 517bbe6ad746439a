sed -i '0,/owner: P-1/s/owner: P-1/owner: GA/' risks/risks.yaml

sed -i 's/until: 2027-06-30/until: 2026-10-14/' risks/risks.yaml

# The last day still counts.
sed -i 's/until: 2027-06-30/until: 2026-10-15/' risks/risks.yaml

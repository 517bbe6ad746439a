sed -i 's/due: 2027-01-31/due: 2026-10-14/' reviews/MR-2.yaml

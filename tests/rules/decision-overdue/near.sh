sed -i 's/due: 2027-01-31, status: started/due: 2026-10-14, status: done, done: 2026-10-10/' reviews/MR-2.yaml

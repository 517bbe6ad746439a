sed -i 's/^date: 2025-11-20/date: 2025-09-18/' reviews/MR-1.yaml

sed -i 's/actual_end: 2026-08-20/actual_end: 2026-10-15/' treatment/2026.yaml

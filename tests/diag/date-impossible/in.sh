sed -i 's/actual_end: 2026-08-20/actual_end: 2026-02-30/' treatment/2026.yaml

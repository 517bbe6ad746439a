sed -i '/actual_end/d; s/actual_start: 2026-05-10/actual_start: 2026-11-01/' treatment/2026.yaml

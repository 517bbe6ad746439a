sed -i 's|planned_end: 2026-08-31|planned_end: 2026/8/31|' treatment/2026.yaml

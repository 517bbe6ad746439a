sed -i '/actual_end/d; s/status: done/status: started/; s/planned_end: 2026-08-31/planned_end: 2026-10-15/' treatment/2026.yaml

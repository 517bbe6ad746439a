sed -i 's/approved_by: P-1/approved_by: P-2/' treatment/2026.yaml

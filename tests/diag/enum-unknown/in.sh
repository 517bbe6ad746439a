sed -i 's/status: done/status: finished/' treatment/2026.yaml

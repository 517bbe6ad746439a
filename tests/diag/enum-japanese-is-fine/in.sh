sed -i 's/status: done/status: 終了/' treatment/2026.yaml

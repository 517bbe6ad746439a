sed -i 's/integrity: 3/integrity: 4/' assets/assets.yaml

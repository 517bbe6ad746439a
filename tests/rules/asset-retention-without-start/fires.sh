sed -i 's/, retention_start: 契約終了日//' assets/assets.yaml

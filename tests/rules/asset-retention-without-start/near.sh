sed -i 's/retention: 5年, retention_start: 契約終了日/retention_start: 契約終了日/' assets/assets.yaml

sed -i 's/name: 受注台帳/name: 受注台帳 \xEF\x90\x80/' assets/assets.yaml

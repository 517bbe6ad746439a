sed -i 's/name: 受注台帳/name: 受注台帳 𓀀/' assets/assets.yaml

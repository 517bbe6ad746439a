sed -i 's/name: 受注台帳/name: {fr: registre}/' assets/assets.yaml

sed -i 's/id: A-002,/id: A-002, personal_data: personal, override_reason: 従業員の個人情報である,/' assets/assets.yaml

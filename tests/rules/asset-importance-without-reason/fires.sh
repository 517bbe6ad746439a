sed -i 's/id: A-002,/id: A-002, personal_data: personal,/' assets/assets.yaml

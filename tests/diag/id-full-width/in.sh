sed -i 's/id: A-002/id: Ａ－００２/' assets/assets.yaml

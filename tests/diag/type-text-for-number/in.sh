sed -i 's/confidentiality: 2, integrity: 3/confidentiality: 高い, integrity: 3/' assets/assets.yaml

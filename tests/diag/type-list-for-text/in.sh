sed -i 's/category: 営業/category: [営業, 製造]/' assets/assets.yaml

sed -i 's/position: 監査員/positon: 監査員/' people.yaml

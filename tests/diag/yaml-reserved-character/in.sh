sed -i 's/name: 高橋 三郎/name: @高橋/' people.yaml

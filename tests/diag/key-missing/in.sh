sed -i 's/, name: 高橋 三郎//' people.yaml

sed -i 's/location: 総務部の書庫, //' evidence/evidence.yaml

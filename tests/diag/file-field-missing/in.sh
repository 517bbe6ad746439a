sed -i 's|location: 総務部の書庫|file: evidence/none.csv|' evidence/evidence.yaml

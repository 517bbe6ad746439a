sed -i 's|location: 総務部の書庫|file: ../../../etc/passwd|' evidence/evidence.yaml

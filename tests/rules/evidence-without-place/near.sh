printf '点検済み\n' > evidence/E-1.txt
sed -i 's|location: 総務部の書庫|file: evidence/E-1.txt|' evidence/evidence.yaml

sed -i '/finding: AU-1-F1/d' nonconformities/NC-1.yaml

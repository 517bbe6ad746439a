sed -i '/  verif/d' nonconformities/NC-1.yaml

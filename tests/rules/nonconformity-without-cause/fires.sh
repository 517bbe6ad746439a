sed -i '/  cause:/d' nonconformities/NC-1.yaml

sed -i '/  completed:/d; /  verified:/d; s/planned: 2026-08-31/planned: 2026-10-15/' nonconformities/NC-1.yaml

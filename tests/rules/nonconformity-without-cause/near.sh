sed -i '/  cause:/d; /  completed:/d; s/planned: 2026-08-31/planned: 2026-12-31/' nonconformities/NC-1.yaml

sed -i '/  verif/d; s/completed: 2026-08-28/completed: 2026-09-15/' nonconformities/NC-1.yaml

# Leaves later.
sed -i 's/\(id: P-2.*\)}/\1, left: 2026-12-31}/' people.yaml

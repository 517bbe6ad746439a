sed -i 's/\(id: P-2.*\)}/\1, left: 2026-09-30}/' people.yaml

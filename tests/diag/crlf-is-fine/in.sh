sed -i 's/$/\r/' people.yaml policies/C-01.md soa.csv

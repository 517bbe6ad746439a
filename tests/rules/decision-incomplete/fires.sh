sed -i 's/, due: 2027-01-31//' reviews/MR-2.yaml

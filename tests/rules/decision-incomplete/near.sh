sed -i 's/, status: started//' reviews/MR-2.yaml

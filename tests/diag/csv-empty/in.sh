printf ',,\n,,\n' > assets/more.csv

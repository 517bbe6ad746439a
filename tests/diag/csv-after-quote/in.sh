printf 'id,name,owner,department,confidentiality,integrity,availability\nA-009,"図面"の写し,P-1,GA,1,1,1\n' > assets/more.csv

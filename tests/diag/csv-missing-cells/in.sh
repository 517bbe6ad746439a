printf 'id,name,owner,department,confidentiality,integrity,availability\nA-009,図面,P-1,GA,1,1,1\nA-010,図面,P-1\n' > assets/more.csv

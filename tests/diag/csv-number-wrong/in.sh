printf 'id,name,owner,department,confidentiality,integrity,availability\nA-009,図面,P-1,GA,高,1,4\n' > assets/more.csv

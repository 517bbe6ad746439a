printf 'id,name,owner,department,confidentiality,integrity,availability,\nA-009,図面,P-1,GA,1,1,1,棚\n' > assets/more.csv

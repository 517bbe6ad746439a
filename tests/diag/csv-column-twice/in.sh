printf 'id,name,情報資産名称,owner,department,confidentiality,integrity,availability\nA-009,図面,図面,P-1,GA,1,1,1\n' > assets/more.csv

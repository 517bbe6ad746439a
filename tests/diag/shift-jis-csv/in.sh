printf 'id,name,owner,department,confidentiality,integrity,availability\nA-009,\x90\xe0\x96\xbe,P-1,GA,1,1,1\n' > assets/more.csv

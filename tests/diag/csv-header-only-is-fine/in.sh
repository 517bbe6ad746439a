printf 'id,name,owner,department,confidentiality,integrity,availability\n' > assets/more.csv

printf '\xef\xbb\xbfid,name,owner,department,confidentiality,integrity,availability\r\nA-009,図面,P-1,GA,1,1,1\r\n' > assets/more.csv

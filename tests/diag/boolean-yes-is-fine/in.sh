sed -i 's/^5.1,true/5.1,はい/' soa.csv

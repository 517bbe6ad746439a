sed -i 's/^5.9,true,implemented,[^,]*/5.9,true,implemented,/' soa.csv

sed -i 's/^5.9,true,implemented,[^,]*/5.9,true,implemented,資産の所在を知るため/' soa.csv

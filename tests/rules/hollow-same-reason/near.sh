sed -i 's/^\(8.1,\|8.2,\|8.3,\|8.4,\)true,implemented,[^,]*/\1true,implemented,必要である/' soa.csv

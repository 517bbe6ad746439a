sed -i 's/^8.13,true,implemented,[^,]*,.*/8.13,false,,サーバを持たない,/' soa.csv

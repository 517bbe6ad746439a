sed -i 's/^8.9,true,implemented/8.9,true,/' soa.csv

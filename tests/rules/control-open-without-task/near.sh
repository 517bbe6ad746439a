sed -i 's/^8.13,true,implemented/8.13,true,partly/' soa.csv

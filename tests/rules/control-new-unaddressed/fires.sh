sed -i 's/^5.7,true,implemented/5.7,true,not/' soa.csv

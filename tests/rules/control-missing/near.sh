sed -i 's/^7.4,true,implemented/7.4,true,implemented/' soa.csv

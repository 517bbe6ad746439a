sed -i 's/^8.30,true,implemented,[^,]*,.*/8.30,false,,,/' soa.csv

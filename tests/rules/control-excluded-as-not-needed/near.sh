sed -i 's/^8.30,true,implemented,[^,]*,.*/8.30,false,,開発を委託していないため不要,/' soa.csv

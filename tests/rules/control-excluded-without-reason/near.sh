sed -i 's/^8.30,true,implemented,[^,]*,.*/8.30,false,,開発を外部に委託していない,/' soa.csv

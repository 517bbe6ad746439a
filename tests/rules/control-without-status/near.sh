sed -i 's/^8.9,true,implemented,[^,]*,.*/8.9,false,,構成を変更できる機器がない,/' soa.csv

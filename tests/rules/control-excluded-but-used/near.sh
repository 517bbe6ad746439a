sed -i 's/^8.12,true,implemented,[^,]*,.*/8.12,false,,社外への送信手段がない,/' soa.csv

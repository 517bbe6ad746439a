sed -i -E 's/^(5\.30),true,implemented,([^,]*),.*/\1,false,,この業務を行っていない,/' soa.csv

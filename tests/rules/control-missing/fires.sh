sed -i '/^7.4,/d' soa.csv

sed -i 's/^\(8.9,.*\),C-01/\1,/' soa.csv

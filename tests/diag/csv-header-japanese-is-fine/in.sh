printf '番号,情報資産名称,リスク所有者,管理部門,機密性,完全性,可用性\nA-009,図面,P-1,GA,1,1,1\n' > assets/more.csv

sed -i 's/, "6.2"//' policies/C-01.md

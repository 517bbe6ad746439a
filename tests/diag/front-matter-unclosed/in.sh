sed -i '11d' policies/C-01.md

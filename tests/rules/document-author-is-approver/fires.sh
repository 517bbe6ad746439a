sed -i 's/^author: P-3/author: P-1/' policies/C-01.md

sed -i 's/^author: P-3/author: P-2/' policies/C-01.md

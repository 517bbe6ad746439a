sed -i 's/^version: "1.0"/version: "1.1"/' policies/C-01.md

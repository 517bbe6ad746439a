data=$(head -c 15000 /dev/zero | base64 -w 0)
printf '\n![図](data:image/png;base64,%s)\n[押す](DATA:text/html,%s)\n' "$data" "$data" >> policies/C-01.md

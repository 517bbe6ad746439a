printf '\n|a|b|\n|-|-|\n|1|2|3|\n' >> policies/C-01.md

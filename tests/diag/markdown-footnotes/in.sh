printf '\n本文[^1]である。\n\n[^2]: 使われない脚注\n' >> policies/C-01.md

{ echo; yes 文 | head -20000; } >> policies/C-01.md

{ echo; head -c 3000000 /dev/zero | tr '\0' a; echo; } >> policies/C-01.md

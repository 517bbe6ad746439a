{ echo; printf '[%.0s' $(seq 1 30000); echo; } >> policies/C-01.md

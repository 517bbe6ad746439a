{ echo; printf '<? %.0s' $(seq 1 3000); echo; } >> policies/C-01.md

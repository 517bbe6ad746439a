{ echo; printf '> %.0s' $(seq 1 200); echo 文; } >> policies/C-01.md

{ printf '\n'; printf '|a%.0s' $(seq 1 200); printf '|\n'; printf '|-%.0s' $(seq 1 200); printf '|\n'; } >> policies/C-01.md

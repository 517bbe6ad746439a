printf '\n[手順]()\n' >> policies/C-01.md

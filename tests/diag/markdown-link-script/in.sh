printf '\n[押す](javascript:alert(1))\n' >> policies/C-01.md

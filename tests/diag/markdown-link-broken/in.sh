printf '\n[手順](C-99.md)と[資産](A-999)を見よ。\n' >> policies/C-01.md

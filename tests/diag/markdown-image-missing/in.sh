printf '\n![図](images/none.png)\n' >> policies/C-01.md

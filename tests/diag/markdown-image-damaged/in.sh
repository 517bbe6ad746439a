mkdir images && printf 'no image' > images/a.png
printf '\n![図](../images/a.png)\n' >> policies/C-01.md

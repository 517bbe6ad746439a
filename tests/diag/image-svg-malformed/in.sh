mkdir images
printf '%s\n<rect>\n</svg>\n' '<svg xmlns="http://www.w3.org/2000/svg" width="90" height="90">' > images/a.svg
printf '\n![図](../images/a.svg)\n' >> policies/C-01.md

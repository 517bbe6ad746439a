mkdir images
printf '<!DOCTYPE html><script>alert(1)</script>\n' > images/a.png
printf '\n![図](../images/a.png)\n' >> policies/C-01.md

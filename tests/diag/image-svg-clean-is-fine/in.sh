mkdir images
cat > images/a.svg <<'S'
<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">
<svg xmlns="http://www.w3.org/2000/svg" xmlns:inkscape="http://www.inkscape.org/namespaces/inkscape" width="90" height="90" inkscape:version="1.2">
  <metadata/><defs><linearGradient id="a"><stop offset="0" style="stop-color:#fff"/></linearGradient></defs>
  <rect width="9" height="9" fill="url(#a)"/>
</svg>
S
printf '\n![図](../images/a.svg)\n' >> policies/C-01.md

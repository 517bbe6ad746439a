# Names that some file systems take for one: documents and images.
mkdir templates images
for id in Own own "caf\\u{E9}" "cafe\\u{301}" SOA; do
  printf 'return document "%s" { title = "t", group = "other", body = function(isms, d) end }\n' "$id" >"templates/x$((++n)).lua"
done
png='\211PNG\r\n\032\n\0\0\0\rIHDR\0\0\0\001\0\0\0\001\010\0\0\0\0\072\176\233\125'
printf "$png" >images/net.png
printf "$png" >images/NET.png
printf "$png" >images/con.png
printf '\n![a](../images/net.png) ![b](../images/NET.png) ![c](../images/con.png) ![d](../images/net.png)\n' >>policies/C-01.md

# Ids of templates that cannot be names of files, each of another kind; the last two can.
mkdir templates
n=0
while IFS= read -r id; do
  n=$((n + 1))
  printf '\nreturn document "%s" { title = "t", group = "other", body = function(isms, d) d:paragraph("x") end }\n' "$id" >templates/own-$n.lua
done <<'IDS'
../../escaped
/tmp/escaped
..
.
.hidden
a/b
a\\b
a:b
con
COM1.txt
lpt\xC2\xB9
 blank
blank 
dot.
-dash
tab\tx
own\27[31m
rtl\u{202E}x
zero\u{200B}x
private\u{E000}

bad\xFFbyte
規程-一覧
v1.2_x
IDS
printf 'return document(("x"):rep(201)) { title = "t", group = "other", body = function(isms, d) end }\n' >templates/own-long.lua

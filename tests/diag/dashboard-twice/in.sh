# A second page of entry would be written over the first.
mkdir templates && cat > templates/home.lua <<'LUA'
return document "home" { title = "Home", dashboard = true, order = 1, body = function(isms, d) d:paragraph("…") end }
LUA

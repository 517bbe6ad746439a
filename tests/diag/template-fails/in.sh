mkdir templates && printf 'return document "own" { title = { ja = "独自", en = "Own" }, body = function(isms, d) d:paragraph(isms.nothing.name) end }\n' > templates/own.lua

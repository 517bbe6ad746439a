mkdir templates && printf 'return document "own" { title = { ja = "独自", en = "Own" }, body = function(isms, d) d:table(isms.assets, { { "nothing" } }) end }\n' > templates/own.lua

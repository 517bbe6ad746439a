mkdir rules && printf 'rule "own-b" { severity = "error", each = "asset", text = { ja = "あ", en = "a" },\n  check = function(asset) return asset.owner.boss.name end }\n' > rules/own.lua

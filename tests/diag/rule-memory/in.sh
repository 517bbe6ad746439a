mkdir rules && printf 'rule "own" { severity = "error", text = { ja = "あ", en = "a" },\n  check = function() return ("x"):rep(600 << 20) end }\n' > rules/own.lua

mkdir rules && printf 'rule "own" { severity = "error", text = { ja = "あ", en = "a" } }\n' > rules/own.lua

mkdir rules && printf 'rule "own-a" { severity = "fatal", each = "aset", text = { ja = "日本語だけ" }, chek = 1 }\n' > rules/own.lua

mkdir rules && printf 'rule "own" {\n  severity = "error"\n  text = {}\n}\n' > rules/own.lua

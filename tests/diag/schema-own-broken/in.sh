mkdir schema && printf 'return { name = "asset", fields = { { "cost", "mony" } } }\n' > schema/asset.lua

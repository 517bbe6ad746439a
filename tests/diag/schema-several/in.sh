mkdir schema
printf 'return { name = "thing", shape = "list", fields = { { "id", "id", required = true }, { "a", "text" }, { "a", "text" }, { "refs", "text" }, { "b" }, { "c", "integer", min = "x" } } }\n' > schema/thing.lua
printf 'return { name = "asset", fields = { { "name", "integer" } } }\n' > schema/asset.lua
printf 'return { name = "other", shape = "liste" }\n' > schema/other.lua

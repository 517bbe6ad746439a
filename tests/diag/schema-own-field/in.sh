mkdir schema && printf 'return { name = "asset", fields = { { "serial", "string", required = true, title = { ja = "製造番号", en = "Serial number" } } } }\n' > schema/asset.lua

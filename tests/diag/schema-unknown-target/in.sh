mkdir schema && printf 'return { name = "asset", fields = { { "vendor", "ref", to = "suplier", title = { ja = "仕入先", en = "Vendor" } } } }\n' > schema/asset.lua

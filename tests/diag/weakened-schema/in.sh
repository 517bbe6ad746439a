# Fields that ask for less: optional, more choices, wider limits, more targets, another clause or catalogue, parts of maps and lists,
# the waiver's own reason. A new field is none.
mkdir schema
cat > schema/asset.lua <<'LUA'
return {
  name = "asset", clause = "9.3",
  fields = {
    { "owner", "ref", to = { "person", "role" } },
    { "confidentiality", "integer", required = true, min = 0, max = 3 },
    { "integrity", "integer", required = true },
    { "availability", "integer", required = true, min = 1, max = 3 },
    { "serial", "string" },
  },
}
LUA
cat > schema/task.lua <<'LUA'
return { name = "task", fields = { { "status", "enum", values = { "open", "started", "done", "paused" } } } }
LUA
cat > schema/waiver.lua <<'LUA'
return { name = "waiver", fields = { { "reason", "text" }, { "approved_by", "ref", to = { "person" } } } }
LUA
cat > schema/edition.lua <<'LUA'
return {
  name = "edition",
  fields = { { "history", "list", of = { "map", fields = { { "version", "string", required = true }, { "change", "text" } } } } },
}
LUA

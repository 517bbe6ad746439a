-- Attempts to get out of the sandbox of scripts, as a template. To add one: a line { "name", function }. An attempt that
-- gives something true got out; one that raises an error or gives nothing was held. What it says, in either case, is
-- printed, so that addresses and everything that changes from run to run are seen by comparing runs.
local function raises(f, ...)
  local ok, words = pcall(f, ...)
  return ok, words
end

-- Everything in a value as a text; a table that was met before is a dot.
local function written(value, met)
  if type(value) ~= "table" then return tostring(value) end
  if met[value] then return "." end
  met[value] = true
  local parts = {}
  for key, entry in pairs(value) do parts[#parts + 1] = tostring(key) .. "=" .. written(entry, met) end
  return "{" .. table.concat(parts, ",") .. "}"
end

-- Writes wherever a value lets itself be written: keys that are there, new ones, places of lists.
local function spoil(value, met)
  if type(value) ~= "table" or met[value] then return end
  met[value] = true
  local keys = {}
  for key, entry in pairs(value) do
    keys[#keys + 1] = key
    spoil(entry, met)
  end
  for _, key in ipairs(keys) do pcall(function() value[key] = type(key) == "number" and "spoilt" or nil end) end
  pcall(function() value.spoilt = true end)
  pcall(table.insert, value, 1, "spoilt")
  pcall(table.remove, value)
  pcall(table.sort, value, function(a, b) return tostring(a) > tostring(b) end)
  pcall(table.move, { "spoilt" }, 1, 1, 1, value)
  pcall(setmetatable, value, nil)
end

-- Does what `get` gives differ once everything in it was written to? An attempt that finds nothing to spoil escapes, too.
local function spoilt(get)
  local before = written(get(), {})
  spoil(get(), {})
  return written(get(), {}) ~= before or #before < 3
end
local function spoils(get)
  return function(isms, d)
    local ok, result = pcall(spoilt, function() return get(isms, d) end)
    return not ok and "nothing to spoil: " .. tostring(result) or result
  end
end

local attempts = {
  -- files, processes, the clock
  { "io", function() return io end },
  { "io.open", function() return io.open("/etc/passwd") end },
  { "io.popen", function() return io.popen("id") end },
  { "io.lines", function() return io.lines("/etc/passwd")() end },
  { "os", function() return os end },
  { "os.execute", function() return os.execute("true") end },
  { "os.getenv", function() return os.getenv("HOME") end },
  { "os.time", function() return os.time() end },
  { "os.clock", function() return os.clock() end },
  { "os.date", function() return os.date() end },
  { "os.remove", function() return os.remove("tekigo.yaml") end },
  { "os.rename", function() return os.rename("tekigo.yaml", "x") end },
  { "os.tmpname", function() return os.tmpname() end },
  { "os.exit", function() return os.exit(0) end },
  { "os.setlocale", function() return os.setlocale("C") end },
  { "print", function() return print end },
  { "warn", function() return warn end },
  -- code that is not a file of the project
  { "require", function() return require("os") end },
  { "package", function() return package.loaded end },
  { "package.loadlib", function() return package.loadlib("libc.so.6", "system") end },
  { "package.searchers", function() return package.searchers end },
  { "load", function() return load("return 1") end },
  { "load of bytecode", function() return load("\27Lua") end },
  { "loadstring", function() return loadstring("return 1") end },
  { "loadfile", function() return loadfile("/etc/passwd") end },
  { "dofile", function() return dofile("/etc/passwd") end },
  { "string.dump", function() return string.dump(function() end) end },
  { "string.dump by method", function() return ("").dump(function() end) end },
  { "setfenv", function() return setfenv end },
  { "getfenv", function() return getfenv end },
  { "newproxy", function() return newproxy(true) end },
  { "module", function() return module end },
  { "unpack of 5.1", function() return unpack end },
  { "jit", function() return jit or ffi end },
  -- looking into what runs
  { "debug", function() return debug end },
  { "debug.getregistry", function() return debug.getregistry() end },
  { "debug.getinfo", function() return debug.getinfo(1) end },
  { "debug.sethook", function() return debug.sethook(function() end, "l") end },
  { "debug.getupvalue", function() return debug.getupvalue(pairs, 1) end },
  { "debug.setmetatable", function() return debug.setmetatable(1, {}) end },
  { "debug.upvaluejoin", function() return debug.upvaluejoin end },
  { "coroutine", function() return coroutine end },
  { "coroutine.wrap", function() return coroutine.wrap(function() return 1 end)() end },
  { "xpcall", function() return xpcall(function() error("x") end, function() return true end) end },
  { "collectgarbage", function() return collectgarbage("count") end },
  { "collectgarbage stop", function() return collectgarbage("stop") end },
  { "_ENV with io", function() return _ENV.io end },
  { "_ENV with debug", function() return _ENV["debug"] end },
  { "_ENV replaced", function() local _ENV = { pcall = pcall } return io end },
  { "_G.io", function() return _G.io end },
  { "rawget of _G", function() return rawget(_G, "io") or rawget(_G, "os") or rawget(_G, "pairs") end },
  { "metatable of _G", function() return type(getmetatable(_G)) == "table" end },
  { "metatable of _G replaced", function() return setmetatable(_G, {}) end },
  { "_G._G", function() return _G._G._G.os end },
  { "upvalue of next_pair", function() local f = pairs({}) return type(f) == "table" or f({}, 1) end },
  -- globals and libraries changed for those who come next
  { "new global", function() leaked = 1 return leaked end },
  { "new global by _G", function() _G.leaked = 1 return true end },
  { "new global by _ENV", function() _ENV.leaked = 1 return true end },
  { "new global function", function() function leaked_function() end return true end },
  { "rawset", function() rawset(_G, "leaked", 1) return true end },
  { "pairs replaced", function() pairs = function() end return true end },
  { "string.format replaced", function() string.format = function() end return true end },
  { "string.format replaced by _G", function() _G.string.format = nil return true end },
  { "string.x", function() string.x = 1 return true end },
  { "math.pi", function() math.pi = 3 return true end },
  { "table.sort replaced", function() table.sort = nil return true end },
  { "utf8.char replaced", function() utf8.char = nil return true end },
  { "rawget of string", function() return rawget(string, "format") end },
  { "metatable of string library", function() return type(getmetatable(string)) == "table" end },
  { "metatable of string library replaced", function() return setmetatable(string, {}) end },
  { "table.insert into string", function() table.insert(string, 1) return string[1] end },
  { "table.move into _G", function() table.move({ 1 }, 1, 1, 1, _G) return _G[1] end },
  { "table.insert into _G", function() table.insert(_G, 1) return true end },
  { "metatable of strings", function() return type(getmetatable("")) == "table" end },
  { "metatable of strings by method", function() getmetatable("").__index.upper = nil return true end },
  { "metatable of strings replaced", function() return setmetatable("", {}) end },
  { "string method added", function() ("").shout = 1 return true end },
  { "metatable of numbers", function() return getmetatable(1) end },
  { "metatable of nil", function() return getmetatable(nil) end },
  { "metatable of functions", function() return getmetatable(print or pairs) end },
  -- metatables
  { "__gc", function() return setmetatable({}, { __gc = function() end }) end },
  { "__gc false", function() return setmetatable({}, { __gc = false }) end },
  { "__gc true", function() return setmetatable({}, { __gc = true }) end },
  { "__gc hidden behind __index", function()
    local ran = false
    local m = setmetatable({}, { __index = { __gc = function() ran = true end } })
    setmetatable({}, m)
    for _ = 1, 20000 do local _ = {} end
    return ran
  end },
  { "__gc afterwards", function()
    local ran, m = false, {}
    setmetatable({}, m)
    m.__gc = function() ran = true end
    for _ = 1, 20000 do local _ = {} end
    return ran
  end },
  { "__close", function() local ran = false do local _ <close> = setmetatable({}, { __close = function() ran = true end }) end return not ran end },
  { "__mode", function() return setmetatable({}, { __mode = "k" }) end },
  { "__mode v", function() return setmetatable({}, { __mode = "v" }) end },
  { "__mode afterwards", function()
    local m = {}
    local t = setmetatable({ {}, k = {} }, m)
    m.__mode = "kv"
    for i = 1, 200000 do local _ = { i } end
    return not t[1] or not t.k
  end },
  { "__mode by the metatable read back", function()
    local t = setmetatable({ {}, k = {} }, {})
    getmetatable(t).__mode = "kv"
    for i = 1, 200000 do local _ = { i } end
    return not t[1] or not t.k
  end },
  { "__mode of a list", function()
    local t = list { {}, {} }
    pcall(function() getmetatable(t).__mode = "v" end)
    for i = 1, 200000 do local _ = { i } end
    return not t[1]
  end },
  { "__mode behind a read-only table", function() return setmetatable({}, read_only { __mode = "k" }) end },
  { "__gc behind a read-only table", function() return setmetatable({}, read_only { __gc = true }) end },
  { "read_only written", function() local t = read_only { 1, a = { 2 } } t.a[1] = 3 return true end },
  { "__metatable protects", function() return setmetatable(setmetatable({}, { __metatable = 1 }), nil) end },
  { "__index of a userdata", function(isms) return type(getmetatable(isms.assets[1])) == "table" end },
  { "__name", function() return tostring(setmetatable({}, { __name = "0xdeadbeef" })):find("0x") end },
  -- the model belongs to all
  { "record field", function(isms) isms.assets[1].name = "x" return true end },
  { "record new field", function(isms) isms.assets[1].own = "x" return true end },
  { "record by table key", function(isms) isms.assets[1][{}] = "x" return true end },
  { "record rawset by table.insert", function(isms) table.insert(isms.assets[1], 1) return true end },
  { "record metatable", function(isms) return setmetatable(isms.assets[1], {}) end },
  { "records list insert", function(isms) table.insert(isms.assets, 1) return true end },
  { "records list remove", function(isms) return table.remove(isms.assets) end },
  { "records list sorted in place", function(isms) table.sort(isms.assets, function() return true end) return true end },
  { "records list moved", function(isms) table.move({}, 1, 1, 1, isms.assets) return true end },
  { "records list metatable", function(isms) return setmetatable(isms.assets, {}) end },
  { "isms field", function(isms) isms.assets = {} return true end },
  { "isms date", function(isms) isms.date = "2000-01-01" return true end },
  { "manifest", function(isms) isms.manifest.organization = nil return true end },
  { "catalog outside the tree", function(isms) return isms:catalog("/etc/passwd") end },
  { "catalog above the tree", function(isms) return isms:catalog("../../etc/passwd") end },
  { "catalog in .git", function(isms) return isms:catalog(".git/config") end },
  { "image outside the tree", function(isms, d) d:image("/etc/passwd") return false end },
  -- keys that are there
  { "existing place of records", function(isms) isms.assets[1] = isms.assets[2] return true end },
  { "existing place of records to nil", function(isms) isms.risks[1] = nil return true end },
  { "manifest's map", function(isms) isms.manifest.organization.name = "x" return true end },
  { "map of a risk", function(isms) isms.risks[1].first.threat = 1 return true end },
  { "list of references", function(isms) isms.risks[1].assets[1] = nil return true end },
  { "languages", function(isms) isms.languages[1] = "en" return true end },
  { "kind's plural", function(isms) isms.kinds[1].plural = "x" return true end },
  { "kind's title", function(isms) isms.kinds[1].title.ja = "x" return true end },
  { "kind's fields", function(isms) isms.kinds[1].fields[1] = nil return true end },
  { "choice of a field", function(isms)
    for _, kind in ipairs(isms.kinds) do
      for _, field in ipairs(kind.fields) do
        if field.values then field.values[1].title.ja = "x" return true end
      end
    end
    return true
  end },
  { "figures", function(isms) isms.risks[1].figures.first.level = 1 return true end },
  { "figures acceptable", function(isms) isms.risks[1].figures.acceptable = true return true end },
  { "trace of figures", function(isms) isms.risks[1].figures.first.trace[1].value = 1 return true end },
  { "method's function", function(isms) isms.method.bands = function() return {} end return true end },
  { "method's criteria", function(isms) isms.method.criteria.acceptable = 100 return true end },
  { "method's defaults", function(isms) isms.method.defaults.acceptable = 100 return true end },
  { "bands of the method", function(isms) isms.method.bands(isms.method.criteria)[1].title = "x" return true end },
  { "assessment", function() assessment.bands = nil return true end },
  { "assessment's names", function() assessment.names.level.ja = "x" return true end },
  { "catalogue of a record", function(isms) isms:find("4.1").catalog.title = "x" return true end },
  { "catalogue", function() catalog("lua/catalogs/annex-a.yaml").controls[1].title = "x" return true end },
  { "label of a field", function(isms) isms.risks[1]:label("status").ja = "x" return true end },
  { "words of d", function(_, d) d.words.ja.level_error = "x" return true end },
  { "words of d replaced by language", function(_, d) d.words.ja = {} return true end },
  { "functions of d by __index", function(_, d) d.__index.paragraph = nil return true end },
  { "line of the plan", function(_, d) d.document.version = "x" return true end },
  { "line of another document", function(_, d) d.documents[1].title = "x" return true end },
  { "template of another document", function(_, d) d.documents[1].template.body = nil return true end },
  { "plan", function(_, d) d.documents[1] = nil return true end },
  { "sort of an empty list of the model", function(isms) table.sort(isms.incidents) return true end },
  { "move within a list of the model", function(isms) table.move(isms.assets, 1, 0, 1) return true end },
  { "metatable of a table of the model", function(isms) return type(getmetatable(isms.kinds)) == "table" end },
  { "table behind a list by ipairs", function(isms) local _, t = ipairs(isms.assets) t[1] = nil return true end },
  { "table behind a list by pairs", function(isms) local _, t = pairs(isms.assets) t[1] = nil return true end },
  { "table behind a list by __index", function(isms) isms.assets.__index[1] = nil return true end },
  { "table behind a list by its methods", function(isms) isms.assets.where = nil return true end },
  { "table behind a map by a metatable of one's own", function(isms)
    local t = setmetatable({}, isms.manifest.organization)
    return getmetatable(t) ~= nil and getmetatable(t).__index ~= nil
  end },
  { "records spoilt", spoils(function(isms) return { isms.assets, isms.risks, isms.controls, isms.clauses } end) },
  { "fields of records spoilt", spoils(function(isms)
    local values = {}
    for _, kind in ipairs(isms.kinds) do
      local records = isms[kind.plural]
      for _, record in ipairs(kind.nested and {} or records or {}) do
        for _, field in ipairs(kind.fields) do values[#values + 1] = record[field.name] end
      end
    end
    return values
  end) },
  { "kinds spoilt", spoils(function(isms) return isms.kinds end) },
  { "method spoilt", spoils(function(isms) return isms.method end) },
  { "words of the method spoilt", spoils(function(isms)
    local method, criteria = isms.method, isms.method.criteria
    return { method.describe(criteria, "ja"), method.describe(criteria, "en"), method.bands(criteria), method.axes(criteria),
      assessment.columns(method), assessment.importance_page("ja"), assessment.threat_table("en"), assessment.names }
  end) },
  { "figures spoilt", spoils(function(isms)
    return isms.risks:map(function(risk) return { risk.figures, risk.figures.first.trace } end)
  end) },
  { "figures of assets spoilt", spoils(function(isms)
    return isms.assets:map(function(asset) return { asset.figures, asset.figures.trace } end)
  end) },
  { "catalogues spoilt", spoils(function(isms)
    return { catalog("lua/catalogs/annex-a.yaml"), isms:catalog("lua/catalogs/clauses.yaml"), isms:find("4.1").catalog }
  end) },
  { "findings spoilt", spoils(function(isms) return { isms.rule_findings, isms.languages } end) },
  { "weakened spoilt", spoils(function(_, d) return { d:weakened(), d:weakened_by_clause(), "x" } end) },
  { "words spoilt", spoils(function(_, d) return d.words end) },
  { "plan spoilt", spoils(function(_, d) return { d.document, d.documents } end) },
  { "attributes spoilt", spoils(function(_, d) return d:attributes() end) },
  -- jumps and limits of the language
  { "goto out of a function", function() goto done ::done:: return false end },
  { "stack overflow caught", function() local function f() return 1 + f() end local ok = raises(f) return ok end },
  { "C stack overflow caught", function() local function f() return ("x"):gsub("x", f) end local ok = raises(f) return ok end },
  { "pattern too deep", function() return (raises(string.find, ("("):rep(300), ("("):rep(300))) end },
  { "huge repetition", function() return (raises(string.rep, "x", 1 << 50)) end },
  { "huge concatenation by rep", function() return (raises(string.rep, "", 1 << 40, ("x"):rep(1 << 20))) end },
  { "huge move", function() return (raises(table.move, {}, 1, math.maxinteger, 2)) end },
  { "unpack too many", function() return (raises(table.unpack, {}, 1, 1e8)) end },
  { "huge number of results", function() return (raises(string.byte, ("x"):rep(1 << 21), 1, -1)) end },
  { "integer overflow for", function() local n = 0 for _ = math.maxinteger - 1, math.maxinteger do n = n + 1 end return n ~= 2 end },
  { "string.pack of a pointer", function() return string.pack("p", 1) end },
  -- words with an address in them
  { "tostring of a table", function() return tostring({}):find("0x") end },
  { "tostring of a function", function() return tostring(pairs):find("0x") end },
  { "tostring of a list", function() return tostring(list {}):find("0x") end },
  { "%s of a table", function() return ("%s"):format({}):find("0x") end },
  { "%10.20s of a function", function() return ("%-30.20s"):format(pairs):find("0x") end },
  { "%p", function() return ("%p"):format({}) end },
  { "%10p", function() return ("%-10p"):format({}) end },
  { "%p behind %%", function() return ("%%%p"):format({}) end },
  { "%p behind a NUL", function() return ("\0%p"):format({}) end },
  { "%p behind a long format", function() return (("x"):rep(500) .. "%p"):format({}) end },
  { "%q of a table", function() return ("%q"):format({}):find("0x") end },
  { "_G[{}]", function() return _G[{}] end },
  { "_G[function]", function() return _G[pairs] end },
  { "_ENV[{}] = 1", function() _ENV[{}] = 1 return true end },
  { "record[{}] = 1", function(isms) isms.assets[1][{}] = 1 return true end },
  { "record[{}]", function(isms) return isms.assets[1][{}] end },
  { "concatenation", function() return "x" .. {} end },
  { "arithmetic", function() return {} + 1 end },
  { "comparison", function() return {} < {} end },
  { "call", function() return ({})() end },
  { "length", function() return #pairs end },
  { "table.concat of tables", function() return table.concat({ {} }) end },
  { "gsub with a table of tables", function() return ("x"):gsub("x", { x = {} }) end },
  { "tonumber of a table", function() return tonumber({}) end },
  { "error of a table", function() error({}) end },
  { "error of a function", function() error(pairs) end },
  { "assert of a table", function() assert(false, {}) end },
  { "argument of a method", function(_, d) d:paragraph(pairs) return false end },
  { "argument of a word", function(_, d) d:word({}) return false end },
  { "ipairs of a function", function() for _ in ipairs(pairs) do return false end end },
  { "select of a table", function() return select({}, 1) end },
  { "math.floor of a table", function() return math.floor({}) end },
  { "utf8.char of a table", function() return utf8.char({}) end },
  { "tostring of nested errors", function() local _, words = pcall(error, setmetatable({}, { __name = "x" })) return tostring(words):find("0x") end },
  -- order and chance
  { "math.random", function() return math.random() end },
  { "math.randomseed", function() return math.randomseed(1) end },
  { "next with a key", function() return next({ 1, 2 }, 1) end },
  { "pairs of tables as keys", function() for k in pairs({ [{}] = 1, [{}] = 2 }) do return k end end },
  { "pairs of functions as keys", function() for k in pairs({ [pairs] = 1, [next] = 2 }) do return k end end },
  { "memory seen by pcall", function() local ok = pcall(function() local t = {} for i = 1, 64 do t[i] = ("x"):rep(1 << 20) end end) return not ok end },
}

-- What is printed has to be the same in every run.
local texts = {
  { "pairs of strings", function() local t, words = {}, {} for i = 1, 300 do t["k" .. i * 7919 % 1000] = i end for k in pairs(t) do words[#words + 1] = k end return table.concat(words, " ") end },
  { "pairs of large numbers", function() local t, words = {}, {} for i = 0, 40 do t[(1 << 53) + i * 3] = i t["x" .. i] = i end for k in pairs(t) do words[#words + 1] = tostring(k) end return table.concat(words, " ") end },
  { "sort of equal items", function() local t, words = {}, {} for i = 1, 5000 do t[i] = { i % 3 == 0 and i or 0, i } end table.sort(t, function(a, b) return a[1] < b[1] end) for i = 1, 5000, 7 do words[#words + 1] = t[i][2] end return table.concat(words, " ") end },
  { "sort without an order", function() local t, words = {}, {} for i = 1, 500 do t[i] = i end pcall(table.sort, t, function() return true end) for i = 1, 500 do words[i] = t[i] end return table.concat(words, " ") end },
  { "numbers", function() return table.concat({ 1 / 3, 1e300 * 10, 2 ^ 53, 1 << 62, ("%a"):format(0.1), 7 // 2, -7 % 3, 1e15, 0.1 }, " ") end },
  { "letters", function() return ("äÖ i"):upper() .. ("ÄÖ I"):lower() .. tostring(("ä"):find("%a")) end },
  { "depth of calls", function() local n = 0 local function f() n = n + 1 return 1 + f() end pcall(f) return tostring(n) end },
  { "depth of C calls", function() local n = 0 local function f() n = n + 1 return (("x"):gsub("x", f)) end pcall(f) return tostring(n) end },
  { "length of a list with holes", function()
    local words = {}
    for round = 1, 200 do
      local t = {}
      for i = 1, 40 do t[(i * round) % 61 + 1] = i t["k" .. i * round] = i end
      for i = 1, 40 do t["k" .. i * round] = nil end
      for i = 1, 20 do t["n" .. i] = i t[i * 3 % 61 + 1] = nil end
      words[#words + 1] = #t
    end
    return table.concat(words, " ")
  end },
}

return document "attempts" { title = "attempts", group = "other", body = function(isms, d)
  for _, attempt in ipairs(attempts) do
    local ok, result = pcall(attempt[2], isms, d)
    local verdict = ok and result and "ESCAPED" or "held"
    d:paragraph("attempt " .. verdict .. ": " .. attempt[1] .. " | " .. tostring(result):gsub("%c", "?"):sub(1, 300))
  end
  for _, text in ipairs(texts) do d:paragraph("text: " .. text[1] .. " | " .. text[2]()) end
end }

-- pdf_text.lua FOLDER: the text of every PDF of the folder <language>/, taken out by its structure, is that of the tree
-- beside it, in the same order: white space, contents lists (they have page numbers, and a short document has none),
-- pictures and the marks of items and notes apart. The binder holds the texts of all documents one after the other, with nothing but its own
-- front and dividers between. Every file is read once, after `qpdf --qdf`.

local function from_digits(digits)
  return (digits:gsub("%x%x", function(pair) return string.char(tonumber(pair, 16)) end))
end

-- — PDF objects: numbers, names ("/Name"), strings ({ bytes }), references ({ ref = n }), lists and dictionaries —
local function parse(text, at)
  at = text:match("^[%s]*()", at)
  local two, one = text:sub(at, at + 1), text:sub(at, at)
  if two == "<<" then
    local result = {}
    at = text:match("^%s*()", at + 2)
    while text:sub(at, at + 1) ~= ">>" do
      local name, value
      name, at = text:match("^/([^%s/<>%[%]%(%)]*)()", at)
      value, at = parse(text, at)
      result[name] = value
      at = text:match("^%s*()", at)
    end
    return result, at + 2
  elseif one == "[" then
    local result = {}
    at = text:match("^%s*()", at + 1)
    while text:sub(at, at) ~= "]" do
      result[#result + 1], at = parse(text, at)
      at = text:match("^%s*()", at)
    end
    return result, at + 1
  elseif one == "<" then
    local digits, after = text:match("^<([^>]*)>()", at)
    return { from_digits(digits) }, after
  elseif one == "(" then
    local bytes, depth, from = {}, 1, at + 1
    while true do
      local mark = text:find("[()\\]", from)
      bytes[#bytes + 1] = text:sub(from, mark - 1)
      local c = text:sub(mark, mark)
      if c == "\\" then
        local octal = text:match("^[0-7][0-7]?[0-7]?", mark + 1)
        local escapes = { n = "\n", r = "\r", t = "\t", b = "\b", f = "\f", ["\n"] = "" }
        local next_ = text:sub(mark + 1, mark + 1)
        bytes[#bytes + 1] = octal and string.char(tonumber(octal, 8) % 256) or escapes[next_] or next_
        mark = mark + (octal and #octal or 1)
      else
        depth = depth + (c == "(" and 1 or -1)
        if depth == 0 then return { table.concat(bytes) }, mark + 1 end
        bytes[#bytes + 1] = c
      end
      from = mark + 1
    end
  end
  local reference, after = text:match("^(%d+)%s+0%s+R()", at)
  if reference then return { ref = tonumber(reference) }, after end
  local word, behind = text:match("^(/?[^%s/<>%[%]%(%)]*)()", at)
  assert(behind > at, "no object at " .. at)
  return tonumber(word) or word, behind
end

-- Objects by number: { value =, stream = } on demand.
local function open(path)
  local pipe = assert(io.popen("qpdf --qdf --object-streams=disable --warning-exit-0 '" .. path .. "' - 2>/dev/null"))
  local file = pipe:read("a")
  pipe:close()
  local places, known = {}, {}
  local at = 1
  while true do
    local from, to, number = file:find("\n(%d+) 0 obj\n", at)
    if not from then break end
    places[tonumber(number)] = to
    local length = file:match("^<<\n  /Length (%d+) 0 R", to) -- streams are stepped over: they may hold anything
    at = to
    local stream = length and file:find("\nstream\n", to, true)
    if stream then at = file:find("\nendstream\n", stream, true) end
  end
  local function get(object)
    local number = type(object) == "table" and object.ref
    if not number then return object end
    if known[number] == nil then
      local value, after = parse(file, places[number])
      known[number] = value
      local start = file:match("^%s*stream\n()", after)
      if start then known[number] = { dictionary = value, bytes = file:sub(start, start + get(value.Length) - 1) } end
    end
    return known[number]
  end
  return get, parse(file, select(2, file:find("\ntrailer ", 1, true)))
end

local function utf16(bytes)
  local result, at = {}, 1
  while at < #bytes do
    local unit = bytes:byte(at) << 8 | bytes:byte(at + 1)
    at = at + 2
    if unit >= 0xD800 and unit < 0xDC00 then
      unit = 0x10000 + ((unit & 0x3FF) << 10 | (bytes:byte(at) << 8 | bytes:byte(at + 1)) & 0x3FF)
      at = at + 2
    end
    result[#result + 1] = utf8.char(unit)
  end
  return table.concat(result)
end

-- Two-byte code → text.
local function to_unicode(get, font)
  local map = {}
  local cmap = get(get(font).ToUnicode)
  for block in cmap.bytes:gmatch("beginbfchar(.-)endbfchar") do
    for code, text in block:gmatch("<(%x+)>%s*<(%x+)>") do map[tonumber(code, 16)] = utf16(from_digits(text)) end
  end
  for block in cmap.bytes:gmatch("beginbfrange(.-)endbfrange") do
    for first, last, text in block:gmatch("<(%x+)>%s*<(%x+)>%s*<(%x+)>") do -- the last byte of the text counts up
      local bytes = from_digits(text)
      for code = tonumber(first, 16), tonumber(last, 16) do
        local low = bytes:byte(-1) + code - tonumber(first, 16)
        assert(low < 256, "a range over the end of a byte")
        map[code] = utf16(bytes:sub(1, -2) .. string.char(low))
      end
    end
  end
  return map
end

-- The text of every marked piece of a page, by its number. qpdf gives every operator its line, and strings that are
-- not plain text as hexadecimal.
local function page_text(get, page, fonts)
  local pieces, words, map = {}, nil, nil
  local resources = get(get(page.Resources).Font) or {}
  local contents = get(page.Contents)
  local bytes = contents.bytes or ""
  for _, part in ipairs(contents) do bytes = bytes .. get(part).bytes .. "\n" end
  for line in bytes:gmatch("[^\n]+") do
    local operator = line:sub(-2)
    if operator == "DC" then
      local number = tonumber(line:match("/MCID (%d+)"))
      words = number and (pieces[number] or {})
      if number then pieces[number] = words end
    elseif line == "EMC" then
      words = nil
    elseif operator == "Tf" then
      local font = resources[line:match("^/(%S+)")]
      fonts[font.ref] = fonts[font.ref] or to_unicode(get, font)
      map = fonts[font.ref]
    elseif (operator == "Tj" or operator == "TJ") and words then
      local operand = parse(line, 1)
      for _, part in ipairs(operator == "Tj" and { operand } or operand) do
        if type(part) == "table" then
          local codes = part[1]
          for at = 1, #codes, 2 do
            local high, low = codes:byte(at, at + 1)
            words[#words + 1] = map[high << 8 | low] or error("a code without text")
          end
        end
      end
    end
  end
  return pieces
end

local skipped = { ["/TOC"] = true, ["/Figure"] = true, ["/Lbl"] = true }

-- The text in the order of the structure, and whether there is a contents list.
local function text_of_pdf(path)
  local get, trailer = open(path)
  local fonts, pages, words, has_contents = {}, {}, {}, false
  local function piece(page, number)
    pages[page.ref] = pages[page.ref] or page_text(get, get(page), fonts)
    for _, word in ipairs(pages[page.ref][number] or {}) do words[#words + 1] = word end
  end
  local function walk(kid, page)
    if type(kid) == "number" then return piece(page, kid) end
    kid = get(kid)
    has_contents = has_contents or kid.S == "/TOC"
    if kid[1] then
      for _, one in ipairs(kid) do walk(one, page) end
    elseif kid.Type == "/MCR" then
      piece(kid.Pg or page, kid.MCID)
    elseif kid.K and not skipped[kid.S] then
      walk(kid.K, kid.Pg or page)
    end
  end
  walk(get(get(trailer.Root).StructTreeRoot).K, nil)
  return table.concat(words), has_contents
end

-- — trees: the dump that `--only dump` writes —
local escapes = { n = "", t = "", ['"'] = '"', ["\\"] = "\\" }
local function quoted(line, name) -- the string after name=, or the last of the line
  local at
  if name then at = line:match(" " .. name .. '="()') else at = line:match('^%S* .-"()') end
  if not at then return "" end
  local result = {}
  while true do
    local c = line:sub(at, at)
    if c == '"' or c == "" then return table.concat(result) end
    if c == "\\" then
      at = at + 1
      c = escapes[line:sub(at, at)]
    end
    result[#result + 1] = c
    at = at + 1
  end
end

local function without(line, name) return (line:gsub(" " .. name .. '="(.-[^\\])"', "", 1):gsub(" " .. name .. '=""', "", 1)) end

-- Without the sections that only a long document has, its contents list, when it is not `long`.
local function text_of_tree(path, long)
  local words, pending, limit = {}, "", nil
  local function add(text) words[#words + 1] = text end
  local first = true
  for line in io.lines(path) do
    local spaces, type_ = line:match("^( *)(%S*)")
    local depth = #spaces
    line = line:sub(depth + 1)
    if limit and depth <= limit then limit = nil end
    local number = line:match("%[([^%]]*)%]") or ""
    if first or limit then
      first = false
    elseif type_ == "entry" or type_ == "drawing" or type_ == "image" then limit = depth
    elseif type_ == "section" and not long and line:find(" long_only", 1, true) then limit = depth
    elseif type_ == "section" then pending = number
    elseif type_ == "heading" then
      add(number ~= "" and number or pending)
      pending = ""
    elseif type_ == "caption" then add(number)
    elseif type_ == "text" or type_ == "code_span" then add(quoted(line))
    elseif type_ == "code" then add(quoted(without(line, "info")))
    elseif type_ == "signature" then
      add(quoted(line, "role") .. quoted(line, "date") .. quoted(without(without(line, "role"), "date")))
    elseif type_ == "key_figure" then add(quoted(without(line, "label")) .. quoted(line, "label"))
    elseif type_ == "check_box" then add(line:find(" checked", 1, true) and "☑" or "☐")
    elseif type_ == "footnote_reference" then add(line:match("number=(%d+)") .. ")")
    end
  end
  return table.concat(words)
end

local function title_of(path)
  for line in io.lines(path) do return quoted(line, "number") .. quoted(line, "title") end
end

-- Without white space of any kind.
local function squeeze(text) return (text:gsub("[ \t\r\n]", ""):gsub("\xE3\x80\x80", ""):gsub("\xC2\xA0", "")) end

local failed, compared = false, 0
local function complain(name, found, expected)
  local at = 1
  while found:byte(at) == expected:byte(at) do at = at + 1 end
  while at > 1 and (found:byte(at) or 0) & 0xC0 == 0x80 do at = at - 1 end
  print(name .. ": the text of the PDF differs from that of the tree")
  print("  PDF   " .. found:sub(at, at + 90))
  print("  tree  " .. expected:sub(at, at + 90))
  failed = true
end

local folder, binder, texts = arg[1], nil, {}
local list = io.popen("LC_ALL=C ls '" .. folder .. "'")
for name in list:lines() do
  local id = name:match("^(.*)%.pdf$")
  if id == "binder" then
    binder = squeeze(text_of_pdf(folder .. "/" .. name))
  elseif id then
    local found, long = text_of_pdf(folder .. "/" .. name)
    local expected = squeeze(text_of_tree(folder .. "/" .. id .. ".tree", long))
    found = squeeze(found)
    compared = compared + 1
    texts[#texts + 1] = { id = id, text = expected, title = squeeze(title_of(folder .. "/" .. id .. ".tree")) }
    if found ~= expected then complain(folder .. "/" .. id, found, expected) end
  end
end
list:close()

-- What is left of the binder without the documents: its front, then a divider before each group, which holds the title
-- of the group and those of its documents.
if binder then
  table.sort(texts, function(a, b) return #a.text > #b.text end)
  local rest, front = binder, true
  for _, document in ipairs(texts) do
    local from, to = rest:find(document.text, 1, true)
    if from then
      rest = rest:sub(1, from - 1) .. "\n" .. rest:sub(to + 1)
    else
      print(folder .. "/binder: the text of " .. document.id .. " is not in it")
      failed = true
    end
  end
  table.sort(texts, function(a, b) return #a.title > #b.title end)
  for part in rest:gmatch("[^\n]+") do
    local left = part
    for _, document in ipairs(texts) do
      local from, to = left:find(document.title, 1, true)
      if from then left = left:sub(1, from - 1) .. left:sub(to + 1) end
    end
    if not front and #left > 200 then
      print(folder .. "/binder: holds text that no document has: " .. left:sub(1, 300))
      failed = true
    end
    front = false
  end
end
print(compared .. " documents compared" .. (binder and ", and the binder" or ""))
os.exit(not failed and compared > 0)

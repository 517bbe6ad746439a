-- Labels of charts: words in the room they have, in two lines where one is too narrow.
return function(class)
  local unit, leading = 410, 950 -- of a half-width character; from line to line
  local squeeze = 1.1 -- so much too long is still set in one line, a little smaller

  local function script_of(code)
    if code < 0x2E80 then return code == 0x20 and "space" or "latin" end
    if code >= 0x3041 and code <= 0x309F then return "hiragana" end
    if code >= 0x30A0 and code <= 0x30FF then return code == 0x30FB and "stop" or "katakana" end
    if code < 0x3041 or code >= 0xFF00 then return "stop" end
    return "kanji"
  end

  -- How bad it is to part words between two characters.
  local function cost_of(before, after)
    local left, right = script_of(before), script_of(after)
    if right == "space" or left == "stop" and before ~= 0xFF08 or after == 0xFF08 then return 0 end -- before （, after ・ 、 ）
    if left == "space" then return 0 end
    if right == "stop" then return 60 end
    if left == "hiragana" and right ~= "hiragana" then return 2 end
    if left ~= right then return 6 end
    return left == "latin" and 400 or left == "katakana" and 40 or 10
  end

  local function cut(words, room)
    if width(words) * unit <= room then return words end
    local result, used = {}, 0
    for _, code in utf8.codes(words) do
      local character = utf8.char(code)
      used = used + width(character) * unit
      if used > room - 1000 then break end
      result[#result + 1] = character
    end
    return table.concat(result) .. "…"
  end

  -- The words as one line, or as two that are about as long; only what is too long for two is cut.
  function class:label_lines(words, room)
    words = trim((words:gsub("%s+", " ")))
    local whole = width(words) * unit
    if whole <= room * squeeze then return { words } end
    local best, least, previous = nil, nil, nil
    for place, code in utf8.codes(words) do
      if previous then
        local first = width(words:sub(1, place - 1)) * unit
        local cost = cost_of(previous, code) + math.abs(first * 2 - whole) / unit / 4
        if first > room then cost = cost + 1000 end
        if whole - first > room then cost = cost + 200 + (whole - first - room) / unit end
        if not least or cost < least then best, least = place, cost end
      end
      previous = code
    end
    if not best then return { cut(words, room) } end
    return { cut(trim(words:sub(1, best - 1)), room), cut(trim(words:sub(best)), room) }
  end

  -- Adds the words to the shapes, around the line whose baseline is at y.
  function class:add_label(shapes, words, x, y, room, align)
    local lines = self:label_lines(words, room)
    local top = y - (#lines - 1) * leading // 2
    for index, line in ipairs(lines) do
      shapes[#shapes + 1] = { "text", x = x, y = top + (index - 1) * leading, width = room, text = line, align = align, role = "label" }
    end
  end
end

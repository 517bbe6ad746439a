-- Words: texts by language, sentences with figures in them, numbers and dates as a reader expects them.
return function(class)
  -- The string of a text value in the document's language; nil for nothing.
  function class:text(value)
    if value == nil or type(value) == "string" then return value end
    if type(value) == "number" then return tostring(value) end
    return text(value, self.lang)
  end

  -- A word of lua/locale/<language>.lua.
  function class:word(id, arguments)
    local word = self.words[self.lang][id] or self.words.en[id] or id
    return arguments and self:say(word, arguments) or word
  end

  -- A sentence with arguments: "{count} {count:risk|risks}"; the second form chooses by the number.
  function class:say(value, arguments)
    return (self:text(value):gsub("{([%w_]+):?([^}]*)}", function(name, forms)
      local argument = arguments[name]
      if forms ~= "" then
        local one, many = forms:match("^(.-)|(.*)$")
        return tonumber(argument) == 1 and one or many
      end
      return argument == nil and "" or self:text(argument)
    end))
  end

  -- A heading or the word of a state begins with a capital in English, whatever it is in a sentence.
  function class:capital(words)
    if self.lang ~= "en" or type(words) ~= "string" then return words end
    return (words:gsub("^%l", string.upper))
  end

  -- Separator of enumerations.
  function class:comma() return self.lang == "ja" and "、" or ", " end

  -- 1234567 → "1,234,567"; four digits stay together; 95.0 → "95".
  function class:number(value)
    if value == nil then return nil end
    local digits = type(value) == "number" and string.format("%.10g", value) or tostring(value)
    local head, tail = digits:match("^(%-?%d+)(.*)$")
    if not head or #head < 5 then return digits end
    head = head:reverse():gsub("(%d%d%d)", "%1,"):reverse():gsub("^(%-?),", "%1")
    return head .. tail
  end

  -- An amount: "4,800"; nil of nothing.
  function class:amount(value)
    if value == nil then return nil end
    local digits = string.format("%.10g", value)
    local head, tail = digits:match("^(%-?%d+)(.*)$")
    if not head then return digits end
    return head:reverse():gsub("(%d%d%d)", "%1,"):reverse():gsub("^(%-?),", "%1") .. tail
  end

  -- A share of a whole in per cent, without decimals; "—" of nothing.
  function class:percent(part, whole)
    if not whole or whole == 0 then return "—" end
    return string.format("%d%%", math.floor(part * 100 / whole + 0.5))
  end

  -- "2026-04-01 – 2026-09-30" in the manner of the language.
  function class:period(from, to)
    if not from and not to then return nil end
    if self.lang == "en" and not to then return "From " .. from end
    if self.lang == "en" and not from then return "Until " .. to end
    return (from or "") .. (self.lang == "ja" and "～" or " – ") .. (to or "")
  end

  -- The same in two lines, for a narrow cell.
  function class:period_lines(from, to)
    if not from or not to then return self:period(from, to) end
    if self.lang == "ja" then return { from .. "～", self:br(), to } end
    return { from .. " –", self:br(), to }
  end
end

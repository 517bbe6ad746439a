-- The methods of lists. Called with the table of methods and a function that gives the choices of an enum field.
local methods, field_choices = ...

-- "owner" or "first.threat" as a function of an item; a function as it is.
local function getter(what)
  if type(what) ~= "string" then return what end
  local names = split(what, ".")
  return function(item)
    for _, name in ipairs(names) do
      if item == nil then return nil end
      item = item[name]
    end
    return item
  end
end

function methods:where(test)
  test = getter(test)
  local kept = {}
  for _, item in ipairs(self) do
    if test(item) then kept[#kept + 1] = item end
  end
  return list(kept)
end

function methods:map(make)
  make = getter(make)
  local made = {}
  for _, item in ipairs(self) do
    local value = make(item)
    if value ~= nil then made[#made + 1] = value end
  end
  return list(made)
end

function methods:first(test)
  if not test then return self[1] end
  test = getter(test)
  for _, item in ipairs(self) do
    if test(item) then return item end
  end
end

function methods:count(test)
  if not test then return #self end
  test = getter(test)
  local count = 0
  for _, item in ipairs(self) do
    if test(item) then count = count + 1 end
  end
  return count
end

function methods:sum(make)
  make = getter(make)
  local sum = 0
  for _, item in ipairs(self) do
    sum = sum + ((make and make(item) or not make and item) or 0)
  end
  return sum
end

local function merge(from, to, first, middle, last, before)
  local left, right = first, middle + 1
  for place = first, last do
    if left <= middle and (right > last or not before(from[right], from[left])) then
      to[place], left = from[left], left + 1
    else
      to[place], right = from[right], right + 1
    end
  end
end

-- Stable: equal items keep their order. `before` is a comparison or the field to sort by (absent ones last).
function methods:sort(before)
  if type(before) ~= "function" then
    local key = before and getter(before) or function(item) return item end
    before = function(a, b)
      local x, y = key(a), key(b)
      return x ~= nil and (y == nil or x < y)
    end
  end
  local from, to, count = {}, {}, #self
  for place = 1, count do from[place] = self[place] end
  local width = 1
  while width < count do
    for first = 1, count, 2 * width do
      local middle, last = math.min(first + width - 1, count), math.min(first + 2 * width - 1, count)
      merge(from, to, first, middle, last, before)
    end
    from, to, width = to, from, 2 * width
  end
  return list(from)
end

-- Enums come in the order of their choices, with { id =, title = } as their key.
local function order_by_choices(choices, groups)
  local ordered = {}
  for _, choice in ipairs(choices) do
    for _, group in ipairs(groups) do
      if group.key == choice.id then
        group.title = choice
        ordered[#ordered + 1] = group
      end
    end
  end
  return ordered
end

-- Items without a value come last, under the key "".
function methods:group(what)
  local key, groups, by_key, without = getter(what), {}, {}, nil
  for _, item in ipairs(self) do
    local value = key(item)
    if value == nil then
      without = without or { title = "", list({}) }
      without[1][#without[1] + 1] = item
    else
      local group = by_key[value]
      if not group then
        group = { key = value, title = value, list({}) }
        by_key[value], groups[#groups + 1] = group, group
      end
      group[1][#group[1] + 1] = item
    end
  end
  local choices = type(what) == "string" and self[1] and field_choices(self[1], what)
  if choices then groups = order_by_choices(choices, groups) end
  groups[#groups + 1] = without
  local place = 0
  return function()
    place = place + 1
    local group = groups[place]
    if group then return group.title, group[1] end
  end
end

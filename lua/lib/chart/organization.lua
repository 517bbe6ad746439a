-- Organisation chart: boxes of roles with their holders, lines to whom they report.
return function(class)
  local box_width, box_height, box_gap, level_height, padding, indent = 10000, 5200, 800, 7000, 400, 1200

  -- Roles below each role, and those at the top (or whose superior is not on record), in the order of the file.
  local function tree_of(roles)
    local below, top, known = {}, {}, {}
    for _, role in ipairs(roles) do known[role.id] = true end
    for _, role in ipairs(roles) do
      local superior = role.reports_to
      if superior and superior.id ~= role.id and known[superior.id] then
        below[superior.id] = below[superior.id] or {}
        table.insert(below[superior.id], role)
      else
        top[#top + 1] = role
      end
    end
    return below, top
  end

  -- Lines of text no wider than the box, two at most.
  local function lines_of(words, room, most)
    local lines, line, used = {}, {}, 0
    for _, code in utf8.codes(words) do
      local character = utf8.char(code)
      local advance = width(character) * 405
      if used + advance > room then
        local cut = #line
        if character ~= " " and width(character) == 1 then -- keep Latin words whole where a space allows
          for index = #line, 2, -1 do
            if line[index] == " " then cut = index break end
          end
        end
        lines[#lines + 1] = table.concat(line, "", 1, cut)
        local rest = {}
        for index = cut + 1, #line do rest[#rest + 1] = line[index] end
        line, used = rest, 0
        for _, kept in ipairs(rest) do used = used + width(kept) * 405 end
        if #lines == most then return lines end
      end
      line[#line + 1] = character
      used = used + advance
    end
    if #line > 0 then lines[#lines + 1] = table.concat(line) end
    return lines
  end

  -- Many roles without anybody below them stand under one another, at most three to a stack.
  local function stack_leaves(children)
    if #children <= 3 then return children end
    local leaves = list(children):count(function(child) return #child.children == 0 end)
    local size = math.ceil(leaves / math.ceil(leaves / 3))
    local result, stack = {}, nil
    for _, child in ipairs(children) do
      if #child.children > 0 then
        result[#result + 1] = child
      else
        if not stack or #stack.stack == size then
          stack = { stack = {}, width = box_width + indent, children = {} }
          result[#result + 1] = stack
        end
        stack.stack[#stack.stack + 1] = child.role
      end
    end
    return result
  end

  -- A role with those below it, side by side, and the width they need together.
  local function measure(role, below, depth, seen)
    seen[role.id] = true
    local node = { role = role, children = {}, width = 0 }
    for _, child in ipairs(depth < 12 and below[role.id] or {}) do
      if not seen[child.id] then node.children[#node.children + 1] = measure(child, below, depth + 1, seen) end
    end
    node.children = stack_leaves(node.children)
    for _, child in ipairs(node.children) do node.width = node.width + child.width + box_gap end
    node.width = math.max(node.width - box_gap, box_width)
    return node
  end

  local function add_box(self, shapes, role, x, y)
    local name = self:text(role.name) or role.id
    local lines = lines_of(name, box_width - 2 * padding, 2)
    shapes[#shapes + 1] = { "rectangle", x = x, y = y, width = box_width, height = box_height, role = "box" }
    for index, line in ipairs(lines) do
      shapes[#shapes + 1] = { "text", x = x + box_width // 2, y = y + 350 + index * 1080, width = box_width, text = line, align = "center", role = "label", strong = true }
    end
    local room, holders = 4 - #lines, {}
    for _, person in ipairs(role.holder or {}) do holders[#holders + 1] = self:text(person.name) end
    local vacant = #holders == 0
    if vacant then holders[1] = self:word("vacant") end
    if #holders > room then
      holders[room] = self:word("people_more", { n = #holders - room + 1 })
    end
    for index = 1, math.min(#holders, room) do
      shapes[#shapes + 1] = { "text", x = x + box_width // 2, y = y + 350 + (#lines + index) * 1080, width = box_width, text = holders[index], align = "center",
        role = "value", tone = vacant and "high" or "none" }
    end
  end

  local function add_line(shapes, x, y, x2, y2)
    shapes[#shapes + 1] = { "line", x = x, y = y, x2 = x2, y2 = y2, role = "connector" }
  end

  -- Boxes under one another beside a trunk; gives the lowest point.
  local function place_stack(self, shapes, stack, x, y)
    local middle = y
    for index, role in ipairs(stack) do
      local top = y + (index - 1) * (box_height + 700)
      middle = top + box_height // 2
      add_line(shapes, x + 300, middle, x + indent, middle)
      add_box(self, shapes, role, x + indent, top)
    end
    add_line(shapes, x + 300, y - 900, x + 300, middle)
    return middle + box_height // 2
  end

  -- Draws a role and all below it from the left edge x and the top y; gives the lowest point.
  local function place(self, shapes, node, x, y)
    local center = x + node.width // 2
    add_box(self, shapes, node.role, center - box_width // 2, y)
    local bottom, child_x, child_y = y + box_height, x, y + level_height
    if #node.children > 0 then add_line(shapes, center, bottom, center, child_y - 900) end
    local first, last, deepest = center, center, bottom
    for _, child in ipairs(node.children) do
      local joint = child.stack and child_x + 300 or child_x + child.width // 2
      if child.stack then
        deepest = math.max(deepest, place_stack(self, shapes, child.stack, child_x, child_y))
      else
        add_line(shapes, joint, child_y - 900, joint, child_y)
        deepest = math.max(deepest, place(self, shapes, child, child_x, child_y))
      end
      first, last = math.min(first, joint), math.max(last, joint)
      child_x = child_x + child.width + box_gap
    end
    if first ~= last then add_line(shapes, first, child_y - 900, last, child_y - 900) end
    return deepest
  end

  local function words_of(self, roles)
    local lines = {}
    for _, role in ipairs(roles) do
      local holders = {}
      for _, person in ipairs(role.holder or {}) do holders[#holders + 1] = self:text(person.name) end
      lines[#lines + 1] = self:say(role.reports_to and { ja = "{role}（{names}）は{superior}に報告する", en = "{role} ({names}) reports to {superior}" }
        or { ja = "{role}（{names}）", en = "{role} ({names})" },
        { role = role.name, names = #holders > 0 and table.concat(holders, self:comma()) or self:word("vacant"), superior = role.reports_to and role.reports_to.name })
    end
    return table.concat(lines, self.lang == "ja" and "。" or "; ")
  end

  function class:organization_chart(roles, options)
    if #roles == 0 then return end
    local below, top = tree_of(roles)
    local shapes, x, bottom, seen = {}, 0, 0, {}
    local function draw(role)
      local node = measure(role, below, 1, seen)
      bottom = math.max(bottom, place(self, shapes, node, x, 0))
      x = x + node.width + box_gap
    end
    for _, role in ipairs(top) do draw(role) end
    for _, role in ipairs(roles) do -- those who report to one another in a circle
      if not seen[role.id] then draw(role) end
    end
    self:drawing { width = math.max(x - box_gap, box_width), height = bottom + 200, shapes = shapes,
      caption = options and options.caption, alt = words_of(self, roles) }
  end
end

-- The attributes of controls: their values with words, crossed with one another.
return function(class)
  -- Attributes of the catalogue: { key =, label =, values = { { id =, label = }, … } }.
  function class:attributes() return list(self.isms:catalog("lua/catalogs/attributes.yaml").attributes) end

  function class:attribute(key)
    return self:attributes():first(function(attribute) return attribute.key == key end)
  end

  local function value_title(self, value)
    if self.lang ~= "ja" then return self:text(value.label) end
    return (self:text(value.label_ja_full or value.label):gsub(" %((.-)%)", "（%1）"))
  end

  function class:controls_with(controls, key, id)
    return controls:where(function(control) return contains(control[key] or {}, id) end)
  end

  -- Table of two attributes. options: form "ids" (links to the controls) or "count"; caption.
  function class:attribute_cross(controls, row_key, column_key, options)
    local rows_of, columns_of = self:attribute(row_key), self:attribute(column_key)
    local head = { { self:say({ ja = "{a}＼{b}", en = "{a} \\ {b}" }, { a = rows_of.label, b = columns_of.label }), header = true } }
    for _, column in ipairs(columns_of.values) do head[#head + 1] = { value_title(self, column), header = true } end
    head.header_row = true
    local grid, weights = { head }, { { 160, "name" } }
    for _ in ipairs(columns_of.values) do weights[#weights + 1] = { 840 // #columns_of.values, options.form == "ids" and "name" or "number" } end
    for _, row in ipairs(rows_of.values) do
      local cells, part = { { value_title(self, row), header = true } }, self:controls_with(controls, row_key, row.id)
      for _, column in ipairs(columns_of.values) do
        local found = self:controls_with(part, column_key, column.id)
        if #found == 0 then cells[#cells + 1] = { "—", align = "center" }
        elseif options.form == "ids" then cells[#cells + 1] = { self:refs(found, { form = "id", limit = 60 }) }
        else cells[#cells + 1] = { self:number(#found), align = "center" } end
      end
      grid[#grid + 1] = cells
    end
    self:form(grid, { caption = options.caption, columns = weights })
  end

  -- One bar a value: how many controls are implemented, partly, not yet and excluded.
  function class:attribute_balance(controls, attribute)
    local series = {
      { title = { ja = "実施", en = "implemented" }, tone = "good" }, { title = { ja = "一部実施", en = "partly" }, tone = "medium" },
      { title = { ja = "未実施", en = "not yet" }, tone = "high" }, { title = { ja = "適用除外", en = "excluded" }, tone = "none" },
    }
    local place, bars = { implemented = 1, partly = 2 }, {}
    for _, value in ipairs(attribute.values) do
      local counts = { 0, 0, 0, 0 }
      for _, control in ipairs(self:controls_with(controls, attribute.key, value.id)) do
        local index = control.applicable == false and 4 or place[control.status] or 3
        counts[index] = counts[index] + 1
      end
      bars[#bars + 1] = { title = value_title(self, value), values = counts }
    end
    self:stacked_bar(series, bars, { caption = attribute.label })
  end
end

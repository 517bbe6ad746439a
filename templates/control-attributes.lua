-- Controls by their attributes: balance, and any two attributes crossed.
local pairs_shown = {
  { "control_type", "security_properties" }, { "control_type", "cybersecurity_concepts" }, { "control_type", "security_domains" },
  { "security_properties", "cybersecurity_concepts" }, { "security_properties", "security_domains" }, { "cybersecurity_concepts", "security_domains" },
  { "operational_capabilities", "control_type" }, { "operational_capabilities", "security_properties" }, { "operational_capabilities", "security_domains" },
}

-- Values that no implemented control has.
local function gaps(d, controls)
  local result = {}
  for _, attribute in ipairs(d:attributes()) do
    for _, value in ipairs(attribute.values) do
      local found = d:controls_with(controls, attribute.key, value.id):count(function(control) return control.status == "implemented" end)
      if found == 0 then result[#result + 1] = { d:text(attribute.label), d:text { ja = "：", en = ": " }, d:text(value.label) } end
    end
  end
  return result
end

-- The controls that the manifest asks for: those with any of the values of every attribute that `attribute-filter`
-- names, such as attribute-filter: {cybersecurity_concepts: [detect, respond]}. Without it all.
local function filtered(controls)
  for key, values in sorted(setting("attribute-filter", {})) do
    controls = controls:where(function(control)
      for _, value in ipairs(control[key] or {}) do
        if value == values or type(values) == "table" and contains(values, value) then return true end
      end
    end)
  end
  return controls
end

return document "control-attributes" {
  title = { ja = "管理策属性ビュー", en = "Controls by Attribute" },
  clause = "6.1.3", group = "6", order = 645, page = "landscape", needs = "control",
  body = function(isms, d)
    local applied = filtered(isms.controls:where("applicable"))
    local without = gaps(d, applied)
    local plain = isms.controls:count(function(control) return #(control.control_type or {}) == 0 end)
    d:cover()
    d:overview {
      { ja = "本書は、管理策を5つの属性（管理策タイプ、情報セキュリティ特性、サイバーセキュリティ概念、運用機能、セキュリティドメイン）で分け、偏りと空白を示す。一つの管理策は、同じ属性の値を複数持つことがある。",
        en = "The controls by their five attributes: control type, security properties, cybersecurity concepts, operational capabilities and security domains – to show where they crowd and where there are none. A control may have several values of one attribute." },
      figures = {
        { #applied, { ja = "適用する管理策", en = "{n:control|controls} applied" } },
        { #d:controls_with(applied, "control_type", "preventive"), { ja = "予防", en = "preventive" } }, { #d:controls_with(applied, "control_type", "detective"), { ja = "検知", en = "detective" } },
        { #d:controls_with(applied, "control_type", "corrective"), { ja = "是正", en = "corrective" } },
        { #without, { ja = "実施した管理策のない値", en = "values with no control in place" }, tone = #without > 0 and "medium" or nil },
        { plain, { ja = "属性のない管理策", en = "controls without attributes" }, tone = plain > 0 and "medium" or nil },
      },
      body = function()
        if #without > 0 then d:callout("medium", { ja = "実施した管理策のない値：", en = "Values with no control in place: " }, d:join(without)) end
      end,
    }
    d:section({ ja = "偏り", en = "Balance" }, function()
      local attributes = d:attributes():sort(function(a, b) return #a.values < #b.values end) -- pairs about as high
      local function balance(index) return function() d:attribute_balance(isms.controls, attributes[index]) end end
      for index = 1, #attributes, 2 do
        if attributes[index + 1] then d:side_by_side(balance(index), balance(index + 1)) else balance(index)() end
      end
    end)
    d:section({ ja = "運用機能とサイバーセキュリティ概念", en = "Operational capabilities and cybersecurity concepts" }, function()
      d:attribute_cross(applied, "operational_capabilities", "cybersecurity_concepts", { form = "ids", caption = d:text { ja = "適用する管理策の番号", en = "Numbers of the controls applied" } })
    end)
    d:section({ ja = "ほかの組合せ（件数）", en = "Other pairs (numbers of controls)" }, function()
      for index = 1, #pairs_shown, 2 do
        local function panel(pair)
          return function() if pair then d:attribute_cross(applied, pair[1], pair[2], { form = "count" }) end end
        end
        d:side_by_side(panel(pairs_shown[index]), panel(pairs_shown[index + 1]))
      end
    end)
  end,
}

-- Asset inventory: department by department, with the value of each asset and why.
local function personal(id) return function(asset) return asset.personal_data == id and "○" or "" end end

-- Is the importance set by rule (personal data, law, survival of the company) rather than by the values?
local function is_raised(asset)
  local importance = asset.figures and asset.figures.importance
  return importance ~= nil and importance > math.max(asset.confidentiality or 0, asset.integrity or 0, asset.availability or 0)
end

-- Importance with a mark where it was set by rule.
local function importance_cell(d)
  return function(asset)
    local figures = asset.figures
    if not figures or not figures.importance then return d:missing(), nil end
    return { d:number(figures.importance), is_raised(asset) and (d.lang == "ja" and "※" or "*") or nil }, figures.tone
  end
end

local function columns(d)
  local data, value = { ja = "個人情報", en = "Personal data" }, { ja = "評価値", en = "Value" }
  return {
    { "id", 52 },
    { "category", 80 },
    { "name", 140 },
    { function(a) return present(a.note) and d:text(a.note) or "—" end, 110, title = { ja = "備考", en = "Note" } },
    { "users", 85 },
    { "owner", 75, required = true },
    { "medium", 120 },
    { personal("personal"), 26, title = { ja = "個人情報", en = "Personal" }, group = data, content = "status", vertical = true },
    { personal("sensitive"), 26, title = { ja = "要配慮", en = "Sensitive" }, group = data, content = "status", vertical = true },
    { personal("my-number"), 26, title = { ja = "特定個人", en = "National ID" }, group = data, content = "status", vertical = true },
    { "confidentiality", 26, group = value, vertical = true }, { "integrity", 26, group = value, vertical = true }, { "availability", 26, group = value, vertical = true },
    { importance_cell(d), 34, title = d:word("importance"), content = "number", vertical = true },
    { "classification", 60, content = "status" },
    { function(a)
        if not present(a.retention) then return "—" end
        return { a.retention, present(a.retention_start) and d:soft(d:text { ja = "（起算：", en = " (from: " }, d:text(a.retention_start), d:text { ja = "）", en = ")" }) or nil }
      end, 88, title = { ja = "保存期限", en = "Retention" } },
  }
end

-- The assets department by department.
local function in_order(isms, d)
  return d:by_department(isms.assets, function(asset) return asset.department or false end)
end

local function totals(isms, d)
  local rows, sum = {}, { [1] = 0, [2] = 0, [3] = 0, none = 0, personal = 0 }
  for department, assets in in_order(isms, d):group("department") do
    local n = { [1] = 0, [2] = 0, [3] = 0, none = 0, personal = 0, all = #assets }
    for _, asset in ipairs(assets) do
      local importance = asset.figures and asset.figures.importance
      local key = n[importance] and importance or "none"
      n[key], sum[key] = n[key] + 1, sum[key] + 1
      if asset.personal_data and asset.personal_data ~= "none" then n.personal, sum.personal = n.personal + 1, sum.personal + 1 end
    end
    rows[#rows + 1] = { department = department, n = n }
  end
  local function column(key, title) return { function(row) return d:number(row.n[key]) end, 130, title = title, content = "number" } end
  local function level(value) return d:say({ ja = "重要度{n}", en = "Importance {n}" }, { n = value }) end
  d:table(rows, {
    { function(row) return row.department and d:text(row.department.name) or d:missing() end, 300, title = d:word("department"), content = "name" },
    column(3, level(3)), column(2, level(2)), column(1, level(1)), column("none", d:word("not_assessed")), column("all", d:word("total")),
    column("personal", { ja = "うち個人情報", en = "with personal data" }),
  }, { caption = d:text { ja = "部門別・重要度別の件数", en = "Assets by department and importance" },
    total = { d:word("total"), d:number(sum[3]), d:number(sum[2]), d:number(sum[1]), d:number(sum.none), d:number(#isms.assets), d:number(sum.personal) } })
  return sum
end

local function overrides(isms, d)
  local raised = isms.assets:where(is_raised)
  d:section({ ja = "規程により重要度を3とした資産", en = "Assets of importance 3 by rule" }, function()
    d:paragraph { ja = "個人情報であること、法令の要求又は事業への重大な影響により、評価値によらず重要度を3とした資産を示す（表中の※）。",
      en = "Assets whose importance is 3 regardless of their values: personal data, a duty in law, or a threat to the company itself (* in the tables)." }
    d:table(raised, {
      { function(a) return d:ref(a, "id") end, 100, title = d:word("number"), content = "id" },
      { "name", 280 }, { "personal_data", 160 }, { "legal", 110 }, { "critical", 110 },
      { function(a) return present(a.override_reason) and d:text(a.override_reason) or d:show(a, "personal_data") end, 240, title = { ja = "理由", en = "Reason" } },
    }, { kind = "asset" })
  end)
end

return document "assets" {
  title = { ja = "資産目録（情報資産管理台帳）", en = "Asset Inventory" },
  clause = "5.9", group = "6", order = 600, page = "landscape", needs = "asset",
  body = function(isms, d)
    local importance = d:tally(isms.assets, function(a) return a.figures and a.figures.importance end)
    local unowned = isms.assets:count(function(a) return not a.owner end)
    d:cover()
    d:overview {
      { ja = "本書は、適用範囲の情報資産を部門ごとに洗い出し、機密性、完全性及び可用性の評価値と重要度、管理の責任者を示す。重要度の高い資産はリスクアセスメントの対象とする。",
        en = "This inventory lists the information assets in scope by department, with their values for confidentiality, integrity and availability, their importance and their owners. Important assets enter the risk assessment." },
      figures = {
        { #isms.assets, { ja = "情報資産", en = "{n:asset|assets}" } }, { importance[3] or 0, { ja = "重要度3", en = "importance 3" } },
        { importance[2] or 0, { ja = "重要度2", en = "importance 2" } }, { importance[1] or 0, { ja = "重要度1", en = "importance 1" } },
        { unowned, { ja = "リスク所有者の記載なし", en = "without owner" }, tone = unowned > 0 and "high" or nil },
      },
      body = function()
        totals(isms, d)
        d:note { ja = "次からの表の「※」は、評価値によらず規程により重要度を3とした資産を示す。○は該当することを示す。", en = "In the tables that follow, * marks an asset whose importance is 3 by rule, whatever its values; ○ marks what applies." }
      end,
    }
    for department, assets in in_order(isms, d):group("department") do
      d:section(department and department.name or d:word("unknown_department"))
      d:table(assets, columns(d), { home = true, wide = true, kind = "asset" })
    end
    overrides(isms, d)
  end,
}

-- NIST CSF 2.0 profile: current and target tier of each category, the gap, what closes it, the controls related to it.
local function categories(isms)
  local result, by_id = {}, {}
  for _, fn in ipairs(isms:catalog("lua/catalogs/csf.yaml").functions) do
    for _, category in ipairs(fn.categories) do
      by_id[category.id] = { category = category, fn = fn, controls = {}, seen = {} }
      result[#result + 1] = by_id[category.id]
    end
  end
  for _, mapping in ipairs(isms:catalog("lua/catalogs/csf-to-annex-a.yaml").mappings) do
    local entry = by_id[mapping.csf:match("^(.-)%-%d+$")]
    for _, id in ipairs(entry and mapping.controls or {}) do
      if not entry.seen[id] then
        entry.seen[id] = true
        entry.controls[#entry.controls + 1] = isms:find(id, "control")
      end
    end
  end
  for _, profile in ipairs(isms.profiles) do
    if by_id[profile.id] then by_id[profile.id].profile = profile end
  end
  return list(result)
end

local function name_of(d, thing) return thing.id .. " " .. d:text(thing.name) end

local function radar(isms, d, entries)
  local axes, current, target = {}, {}, {}
  for fn, part in entries:group("fn") do
    local assessed = part:where("profile")
    axes[#axes + 1] = name_of(d, fn)
    current[#axes] = #assessed > 0 and math.floor(assessed:sum("profile.current") * 10 / #assessed + 0.5) / 10 or 0
    target[#axes] = #assessed > 0 and math.floor(assessed:sum("profile.target") * 10 / #assessed + 0.5) / 10 or 0
  end
  d:radar(axes, { { title = d:word("current"), values = current }, { title = d:word("target"), values = target } }, { max = 4, caption = d:text { ja = "機能別の平均ティア", en = "Mean tier by function" } })
end

local function detail(d, entries)
  d:table(entries, {
    { function(x) return d:strong(x.category.id) end, 70, title = { ja = "カテゴリー", en = "Category" }, content = "id" },
    { function(x) return d:text(x.category.name) end, 150, title = { ja = "名称", en = "Name" } },
    { function(x) return x.profile and x.profile.current or d:missing { ja = "未評価", en = "not assessed" } end, 50, title = { ja = "現状", en = "Current" }, content = "number" },
    { function(x) return x.profile and x.profile.target or "—" end, 50, title = { ja = "目標", en = "Target" }, content = "number" },
    { function(x)
        if not x.profile then return "—" end
        local gap = x.profile.target - x.profile.current
        return gap > 0 and "+" .. gap or "0", gap > 1 and "high" or gap > 0 and "medium" or nil
      end, 45, title = { ja = "差", en = "Gap" }, content = "number" },
    { function(x) return x.profile and (present(x.profile.evidence) and d:text(x.profile.evidence) or d:missing()) end, 210, title = { ja = "根拠", en = "Evidence" } },
    { function(x)
        if not x.profile then return nil end
        if present(x.profile.action) then return d:text(x.profile.action) end
        return x.profile.target > x.profile.current and d:missing() or "—"
      end, 170, title = { ja = "差を埋める処置", en = "Action" } },
    { function(x) return x.profile and x.profile.owner and d:ref(x.profile.owner) or "—" end, 75, title = { ja = "責任者", en = "Owner" }, content = "name" },
    { function(x) return x.profile and x.profile.due and d:due_date(x.profile.due) or "—" end, 80, title = d:word("due"), content = "date" },
    { function(x) return #x.controls > 0 and d:refs(d:by_id(list(x.controls)), { form = "id", limit = 40 }) or "—" end, 140, title = { ja = "関連する管理策", en = "Related controls" }, content = "name" },
  }, { wide = true, home = function(x) return x.profile end, group = function(x) return name_of(d, x.fn) end })
end

return document "csf-profile" {
  title = { ja = "CSFプロファイル", en = "CSF Profile" },
  clause = "9.1", group = "frameworks", order = 1220, page = "landscape", needs = "profile",
  body = function(isms, d)
    local entries = categories(isms)
    local assessed = entries:where("profile")
    local wanting = assessed:count(function(x) return x.profile.target > x.profile.current end)
    local unplanned = assessed:count(function(x) return x.profile.target > x.profile.current and not present(x.profile.action) end)
    d:cover()
    d:overview {
      { ja = "本書は、NIST Cybersecurity Framework 2.0のカテゴリーごとに、現状と目標のティア（1 部分的である、2 リスク情報を活用している、3 繰り返し適用可能である、4 適応している）と、その差を埋める処置を示す。関連する管理策は、NISTが公開する対応による。",
        en = "For each category of the NIST Cybersecurity Framework 2.0: the current and the target tier (1 partial, 2 risk informed, 3 repeatable, 4 adaptive) and what closes the gap. Related controls follow the references published by NIST." },
      figures = {
        { #assessed, { ja = "評価したカテゴリー", en = "{n:category|categories} assessed" } }, { #entries - #assessed, { ja = "未評価", en = "not assessed" }, tone = #assessed < #entries and "medium" or nil },
        { wanting, { ja = "目標との差あり", en = "below target" }, tone = wanting > 0 and "medium" or nil }, { unplanned, { ja = "処置の記載なし", en = "without action" }, tone = unplanned > 0 and "high" or nil },
      },
    }
    d:section({ ja = "機能別の現状と目標", en = "By function" }, function() radar(isms, d, entries) end)
    d:section({ ja = "カテゴリー別の現状と目標", en = "By category" }, function()
      local bars = {}
      for _, x in ipairs(assessed) do bars[#bars + 1] = { title = name_of(d, x.category), value = x.profile.current, target = x.profile.target } end
      d:target_bar(bars, { max = 4, width = 60000, label = 24000, value_title = { ja = "現状のティア", en = "current tier" }, target_title = { ja = "目標のティア", en = "target tier" } })
    end)
    d:section({ ja = "評価と処置", en = "Assessment and actions" }, function() detail(d, entries) end)
  end,
}

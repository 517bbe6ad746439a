-- Statement of Applicability: what is applied, why, how far, and where it is written down.
local function applied(control, d)
  if control.applicable == nil then return nil end
  return d:text(control.applicable and { ja = "○", en = "Yes" } or { ja = "×", en = "No" })
end

-- Numbers of a list of controls: all, applicable, excluded, by status, and applicable without a status.
local function counts_of(controls)
  local n = { all = 0, applicable = 0, excluded = 0, implemented = 0, partly = 0, ["not"] = 0, unknown = 0 }
  for _, control in ipairs(controls) do
    n.all = n.all + 1
    if control.applicable then
      n.applicable = n.applicable + 1
      local status = control.status or "unknown"
      n[status] = n[status] + 1
    elseif control.applicable == false then
      n.excluded = n.excluded + 1
    end
  end
  return n
end

-- Entries of Annex A that the statement does not have.
local function left_out(isms)
  local known, result = {}, {}
  for _, control in ipairs(isms.controls) do known[control.id] = true end
  for _, entry in ipairs(isms:catalog("lua/catalogs/annex-a.yaml").controls) do
    if not known[entry.id] then result[#result + 1] = entry end
  end
  return result
end

local function title_cell(d)
  return function(control)
    local own = control.catalog == nil
    return {
      d:text(control.title),
      control.new_in_2022 and d:soft(d:text { ja = "（2022年新規）", en = " (new in 2022)" }) or nil,
      own and d:soft(d:text { ja = "（自社の管理策）", en = " (own control)" }) or nil,
      present(control.wording) and { d:br(), d:soft(d:text(control.wording)) } or nil,
    }
  end
end

local function reason_cell(d)
  return function(control)
    local basis = d:show(control, "basis")
    return { d:required(d:text(control.reason)), basis and d:soft(d:text { ja = "（根拠：", en = " (basis: " }, basis, d:text { ja = "）", en = ")" }) or nil }
  end
end

local function status_cell(d)
  return function(control)
    if control.applicable == false then return "—" end
    if not control.status then return d:missing() end
    return d:text(control:label("status")), control:tone("status")
  end
end

local function columns(d)
  return {
    { "id", 62, form = "id", strong = true },
    { title_cell(d), 225, title = { ja = "管理策", en = "Control" } },
    { function(c) return applied(c, d) or d:missing() end, 50, title = { ja = "適用", en = "Applied" }, content = "status" },
    { status_cell(d), 78, title = { ja = "実施", en = "Status" }, content = "status" },
    { reason_cell(d), 285, title = { ja = "採用又は除外の理由", en = "Reason for inclusion or exclusion" } },
    { function(c)
        if c.applicable == false then return "—" end
        if #(c.documents or {}) > 0 then return d:refs(c.documents, { form = "both", lines = true }) end
        return c.status == "implemented" and d:missing() or "—"
      end, 200, title = { ja = "規程・手順書", en = "Documents" } },
    { function(c)
        local risks = d:by_id(c:refs("risk"))
        return #risks > 0 and d:refs(risks, { form = "id", limit = 8 }) or "—"
      end, 130, title = { ja = "リスク", en = "Risks" }, content = "name" },
  }
end

local function exclusions(isms, d)
  local excluded = isms.controls:where(function(c) return c.applicable == false end)
  d:section({ ja = "適用を除外した管理策", en = "Excluded controls" }, function()
    if #excluded > 0 then
      d:paragraph { ja = "次の管理策は適用しない。除外の判断は、業務や適用範囲が変わったときに見直す。",
        en = "The following controls are not applied. An exclusion is reconsidered when the business or the scope changes." }
    end
    d:table(excluded, {
      { function(c) return d:ref(c, "id") end, 90, title = { ja = "番号", en = "No." }, content = "id" },
      { "title", 290 },
      { function(c) return d:required(d:text(c.reason)) end, 620, title = { ja = "除外の理由", en = "Reason for exclusion" } },
    }, { kind = "control", empty = d:text { ja = "除外した管理策はない。", en = "No control is excluded." } })
  end)
end

local function statistics(isms, d)
  local series = {
    { title = { ja = "実施", en = "implemented" }, tone = "good", key = "implemented" },
    { title = { ja = "一部実施", en = "partly" }, tone = "medium", key = "partly" },
    { title = { ja = "未実施", en = "not yet" }, tone = "high", key = "not" },
    { title = { ja = "適用除外", en = "excluded" }, tone = "none", key = "excluded" },
  }
  local all, rows, bars = counts_of(isms.controls), {}, {}
  if all.unknown > 0 then
    table.insert(series, 4, { title = { ja = "状況の記載なし", en = "status missing" }, tone = "critical", key = "unknown" })
  end
  for theme, controls in isms.controls:group("theme") do
    local n = counts_of(controls)
    rows[#rows + 1] = { title = theme.title, n = n }
    local bar = { title = theme.title, values = {} }
    for index, part in ipairs(series) do bar.values[index] = n[part.key] end
    bars[#bars + 1] = bar
  end
  local function column(key, title) return { function(row) return d:number(row.n[key]) end, 110, title = title, content = "number" } end
  d:section({ ja = "実施状況の集計", en = "Statistics" }, function()
    d:stacked_bar(series, bars, { caption = d:as_of(d:text { ja = "区分別の実施状況", en = "State of the controls by theme" }) })
    d:table(rows, {
      { function(row) return d:text(row.title) end, 230, title = { ja = "区分", en = "Theme" }, content = "name" },
      column("all", { ja = "管理策", en = "Controls" }), column("applicable", { ja = "適用", en = "Applied" }),
      column("implemented", { ja = "実施", en = "Implemented" }), column("partly", { ja = "一部実施", en = "Partly" }),
      column("not", { ja = "未実施", en = "Not yet" }), column("excluded", { ja = "適用除外", en = "Excluded" }),
      { function(row) return d:percent(row.n.implemented, row.n.applicable) end, 110, title = { ja = "実施率", en = "Rate" }, content = "number" },
    }, { caption = d:as_of(d:text { ja = "区分別の件数", en = "Numbers by theme" }),
      total = { d:word("total"), d:number(all.all), d:number(all.applicable), d:number(all.implemented), d:number(all.partly), d:number(all["not"]),
        d:number(all.excluded), d:percent(all.implemented, all.applicable) } })
  end)
end

return document "soa" {
  title = { ja = "適用宣言書", en = "Statement of Applicability" },
  clause = "6.1.3", group = "6", order = 640, page = "landscape", needs = "control",
  body = function(isms, d)
    local n, missing = counts_of(isms.controls), left_out(isms)
    local own = isms.controls:count(function(control) return control.catalog == nil end)
    d:cover()
    d:overview {
      { d:text { ja = "本書は、当社の情報セキュリティマネジメントシステムで採用する管理策、採用又は除外の理由及び実施の状況を示す。管理策はリスク対応の結果（",
          en = "This statement lists the controls of our information security management system with the reason for applying or excluding each and the state it has reached. The controls follow from risk treatment (" },
        d:document_link("risk-report", { ja = "リスクアセスメント結果報告書", en = "risk assessment report" }),
        d:text { ja = "）並びに法令、契約及び事業上の要求から決める。",
          en = ") and from legal, contractual and business requirements." },
        d:say(#missing == 0 and { ja = "ISO/IEC 27001:2022 附属書Aの{all}件すべてと、自社の管理策{own}件を記載している。",
          en = " It lists all {all} controls of Annex A of ISO/IEC 27001:2022, and {own} {own:control|controls} of our own." }
          or { ja = "ISO/IEC 27001:2022 附属書Aの{all}件のうち{listed}件と、自社の管理策{own}件を記載している。",
            en = " Of the {all} controls of Annex A of ISO/IEC 27001:2022 it lists {listed}, and {own} {own:control|controls} of our own." },
          { all = #isms:catalog("lua/catalogs/annex-a.yaml").controls, listed = n.all - own, own = own }) },
      figures = {
        { n.all, { ja = "管理策", en = "{n:control|controls}" } }, { n.applicable, { ja = "適用", en = "applied" } }, { n.excluded, { ja = "適用除外", en = "excluded" } },
        { n.implemented, { ja = "実施", en = "implemented" } },
        { n.partly + n["not"] + n.unknown, { ja = "一部実施・未実施", en = "partly or not yet" }, tone = n.partly + n["not"] + n.unknown > 0 and "medium" or nil },
      },
      body = function()
        if #missing > 0 then
          d:callout("high", d:say({ ja = "附属書Aの管理策のうち{n}件が本書にありません：{ids}", en = "{n} {n:control of Annex A is|controls of Annex A are} not in this statement: {ids}" },
            { n = #missing, ids = table.concat(list(missing):map(function(entry) return entry.id end), d:comma()) }))
        end
        d:paragraph(d:say({ ja = "表の「適用」は○が適用、×が適用除外を表す。「実施」は基準日（{date}）における状態である。",
          en = "The status of a control is that of {date}." }, { date = isms.date }))
      end,
      contents = true,
    }
    for theme, controls in isms.controls:group("theme") do
      d:section(theme.title)
      d:table(controls, columns(d), { home = true, kind = "control" })
    end
    exclusions(isms, d)
    statistics(isms, d)
  end,
}

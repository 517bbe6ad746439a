-- Incidents and events: register, then each incident with what was done and learned.
local function is_incident(incident) return incident.reach ~= "small" end

local function state(d, incident)
  if incident.closed then return { d:text { ja = "終結", en = "closed" }, " ", incident.closed } end
  return d:text { ja = "対応中", en = "open" }, "medium"
end

local function register(isms, d)
  d:table(isms.incidents:sort(function(a, b) return a.date > b.date end), {
    { "id", 75 }, { "date", 80 }, { "department", 90, required = true }, { "summary", 235 }, { "type", 90, required = true },
    { "reach", 55, tone = true },
    { function(x) return is_incident(x) and d:text { ja = "インシデント", en = "incident" } or d:text { ja = "事象", en = "event" } end, 85, title = { ja = "判定", en = "Judged" }, content = "status" },
    { function(x) return x.nonconformity and d:ref(x.nonconformity, "id") or "—" end, 85, title = { ja = "是正処置", en = "Corrective action" }, content = "id" },
    { function(x) return x.risks and #x.risks > 0 and d:refs(x.risks, { form = "id" }) or "—" end, 80, title = d:word("risks"), content = "id" },
    { function(x) return state(d, x) end, 115, title = d:word("state"), content = "status" },
  }, { home = true, kind = "incident", wide = true, group = function(x) return d:fiscal_year_name(x.date) end })
end

-- The request and how far it has come; what it says stands in its own form.
local function correction(d, nc)
  local _, word, tone = d:nonconformity_state(nc)
  return { d:ref(nc, "id"), d:text { ja = "（", en = " (" }, nc.issued, d:text { ja = "）　", en = ") " }, d:status(word, tone) }
end

local function sheet(d, incident)
  d:section({ incident.id, " ", d:text(incident.summary) }, function()
    d:fields {
      { { ja = "発生日・発見日", en = "Occurred, detected" }, d:join({ incident.date, incident.detected or d:missing { ja = "発見日が未記入", en = "detection date missing" } }, " / ") },
      { { ja = "部門", en = "Department" }, incident.department and d:text(incident.department.name) },
      { { ja = "種類・影響の範囲", en = "Kind, reach" }, { d:required(d:text(incident.type)), " / ", d:status(d:text(incident:label("reach")), incident:tone("reach")) } },
      { { ja = "対応", en = "Response" }, d:text(incident.response) },
      { { ja = "届出・通知", en = "Notified" }, d:text(incident.notified) },
      { { ja = "保全した証拠", en = "Evidence kept" }, d:text(incident.evidence_kept) },
      { { ja = "教訓", en = "Lessons" }, d:text(incident.lessons) },
      { optional = true, { ja = "是正処置", en = "Corrective action" }, incident.nonconformity and correction(d, incident.nonconformity) },
      { optional = true, { ja = "関連するリスク", en = "Risks" }, incident.risks and #incident.risks > 0 and d:refs(incident.risks, { form = "both" }) },
      { optional = true, { ja = "関連する管理策", en = "Controls" }, incident.controls and #incident.controls > 0 and d:refs(incident.controls, { form = "both" }) },
      { { ja = "終結日", en = "Closed" }, incident.closed or d:status(d:text { ja = "対応中", en = "open" }, "medium") },
    }
  end)
end

local function trend(isms, d)
  local start = d:fiscal_year_start(isms.date)
  local first = add_months(start, -12)
  local series = { { title = { ja = "大", en = "large" }, tone = "high" }, { title = { ja = "中", en = "medium" }, tone = "medium" }, { title = { ja = "小（事象・ヒヤリハット）", en = "small (events, near misses)" }, tone = "none" } }
  local index_of, bars = { large = 1, medium = 2, small = 3 }, {}
  for quarter = 0, 7 do
    local from, to = add_months(first, quarter * 3), add_months(first, quarter * 3 + 3)
    if from <= isms.date then
      local values = { 0, 0, 0 }
      for _, incident in ipairs(isms.incidents) do
        if incident.date >= from and incident.date < to then values[index_of[incident.reach]] = values[index_of[incident.reach]] + 1 end
      end
      bars[#bars + 1] = { title = d:say({ ja = "{year} 第{q}四半期", en = "{year} Q{q}" }, { year = d:fiscal_year_name(from), q = quarter % 4 + 1 }), values = values }
    end
  end
  d:stacked_bar(series, bars, { caption = d:text { ja = "四半期別・範囲別の件数", en = "By quarter and reach" } })
end

return document "incidents" {
  title = { ja = "インシデント一覧", en = "Register of Incidents" },
  clause = "A.5.24", controls = { "5.24", "5.25", "5.26", "5.27", "5.28", "6.8" }, group = "controls", order = 1110, page = "landscape", needs = "incident",
  body = function(isms, d)
    local n = d:tally(isms.incidents, function(x) return x.reach end)
    local open = isms.incidents:count(function(x) return not x.closed end)
    d:cover()
    d:overview {
      { ja = "本書は、情報セキュリティの事象とインシデントの記録である。影響が社内に及んだもの（中）と顧客などに及んだもの（大）をインシデント、それ以外（小）を事象又はヒヤリハットとする。",
        en = "The events and incidents on record. What reached the company (medium) or its customers (large) is an incident; the rest (small) are events and near misses." },
      figures = {
        { #isms.incidents, { ja = "記録", en = "on record" } }, { n.large or 0, { ja = "大", en = "large" }, tone = (n.large or 0) > 0 and "high" or nil },
        { n.medium or 0, { ja = "中", en = "medium" }, tone = (n.medium or 0) > 0 and "medium" or nil }, { n.small or 0, { ja = "小（事象・ヒヤリハット）", en = "small (events, near misses)" } },
        { open, { ja = "対応中", en = "open" }, tone = open > 0 and "medium" or nil },
      },
      body = function() trend(isms, d) end,
    }
    d:section({ ja = "一覧", en = "Register" }, function() register(isms, d) end)
    d:page("portrait")
    d:section({ ja = "インシデントの内容", en = "Incidents in detail" }, function()
      local incidents = isms.incidents:where(is_incident):sort(function(a, b) return a.date > b.date end)
      if #incidents == 0 then return d:paragraph { ja = "範囲が中又は大のインシデントの記録はない。", en = "No incident of medium or large reach is on record." } end
      for _, incident in ipairs(incidents) do sheet(d, incident) end
    end)
  end,
}

-- Residual risks and who accepted them until when.
local function state_cell(d)
  return function(risk)
    local state = d:acceptance_state(risk)
    if state == "valid" then return d:word("accepted"), "good" end
    if state == "expired" then return d:word("expired"), "high" end
    if d:acceptable(risk) then return d:text { ja = "基準により受容", en = "by the criterion" }, "none" end
    return d:word("not_accepted"), "high"
  end
end

-- options: empty (words when there is none), group, bare: without the record of acceptance.
local function risk_table(d, risks, options)
  local acceptance = { ja = "受容", en = "Acceptance" }
  local columns = {
    { function(risk) return d:ref(risk, "id") end, 60, title = d:word("number"), content = "id" },
    { "event", 220 },
    { "owner", 90, required = true },
    { function(risk) return d:level(risk.figures and risk.figures.first) end, 62, title = d:word("first"), content = "status" },
    { "option", 50 },
    { function(risk) return risk.controls and #risk.controls > 0 and d:refs(risk.controls, { form = "id" }) or "—" end, 90, title = d:word("controls") },
    { function(risk) return d:level(d:current(risk)) end, 62, title = { ja = "残留リスク", en = "Residual risk" }, content = "status" },
  }
  if not options.bare then
    for _, column in ipairs {
      { state_cell(d), 66, title = d:word("state"), group = acceptance, content = "status" },
      { function(risk) return risk.acceptance and risk.acceptance.by and d:ref(risk.acceptance.by) or "—" end, 80, title = { ja = "受容者", en = "By" }, group = acceptance, content = "name" },
      { "acceptance.date", 66, title = { ja = "受容日", en = "On" }, group = acceptance },
      { "acceptance.until", 66, title = { ja = "有効期限", en = "Until" }, group = acceptance },
      { function(risk) return risk.acceptance and d:text(risk.acceptance.reason) or "—" end, 150, title = { ja = "受容の理由", en = "Reason" }, group = acceptance },
    } do columns[#columns + 1] = column end
  end
  d:table(risks, columns, { wide = true, kind = "risk", empty = options.empty, group = options.group })
end

local function by_owner(isms, d, risks)
  local rows = {}
  for owner, part in risks:group(function(risk) return risk.owner or "" end) do
    rows[#rows + 1] = { owner = owner, risks = part }
  end
  local function column(title, count, tone)
    return { function(row) local n = row.risks:count(count) return d:number(n), n > 0 and tone or nil end, 150, title = title, content = "number" }
  end
  d:section({ ja = "リスク所有者別の状況", en = "By risk owner" }, function()
    d:table(rows, {
      { function(row) return row.owner ~= "" and d:ref(row.owner) or d:missing() end, 250, title = { ja = "リスク所有者", en = "Risk owner" }, content = "name" },
      column(d:word("count"), function() return true end),
      column({ ja = "受容基準を超える", en = "Above the criterion" }, function(risk) return not d:acceptable(risk) end),
      column({ ja = "受容の記録あり", en = "Acceptance recorded" }, function(risk) return d:acceptance_state(risk) == "valid" end),
      column({ ja = "受容の期限切れ", en = "Acceptance expired" }, function(risk) return d:acceptance_state(risk) == "expired" end, "high"),
      column({ ja = "基準を超え未受容", en = "Above and not accepted" }, function(risk) return not d:acceptable(risk) and d:acceptance_state(risk) == "none" end, "high"),
    }, { narrow = true })
  end)
end

return document "residual-risks" {
  title = { ja = "残留リスク一覧・受容承認", en = "Residual Risks and their Acceptance" },
  clause = "6.1.3", group = "6", order = 630, page = "landscape",
  needs = function(isms) return #isms.risks > 0 and isms.method ~= nil end,
  body = function(isms, d)
    local risks = d:by_id(isms.risks)
    local accepted = risks:where(function(risk) return d:acceptance_state(risk) == "valid" end)
    local wanting = risks:where(function(risk) return d:acceptance_state(risk) == "expired" or (not d:acceptable(risk) and d:acceptance_state(risk) == "none") end)
    local within = risks:where(function(risk) return d:acceptable(risk) and d:acceptance_state(risk) == "none" end)
    d:cover()
    d:overview {
      { d:text { ja = "本書は、リスク対応の後に残るリスクと、リスク所有者による受容の記録を示す。受容基準以下のリスクは基準により受容する。リスク所有者が期限を定めて受容を記録するのは、基準を超えるリスクと、基準以下でも規程が記録を求めるリスクである。基準は",
          en = "This list shows the risks that remain after treatment and their acceptance by the risk owners. Risks within the criterion are accepted by it. Owners record an acceptance, with an end, for risks above the criterion and for those within it for which a record is asked. The criteria are in the " },
        d:document_link("risk-report", { ja = "リスクアセスメント結果報告書", en = "risk assessment report" }), d:text { ja = "に示す。", en = "." } },
      figures = {
        { #risks, { ja = "リスク", en = "{n:risk|risks}" } },
        { risks:count(function(risk) return d:acceptable(risk) end), { ja = "受容基準以下", en = "within the criterion" } },
        { risks:count(function(risk) return not d:acceptable(risk) end), { ja = "受容基準を超える", en = "above the criterion" } },
        { #accepted, { ja = "受容の記録あり", en = "acceptance recorded" } },
        { #wanting, { ja = "受容が必要", en = "to be accepted" }, tone = #wanting > 0 and "high" or nil },
      },
    }
    d:section({ ja = "受容が必要なリスク", en = "Risks still to be accepted" }, function()
      if #wanting == 0 then
        d:paragraph { ja = "受容基準を超えて受容の記録がないリスク、及び受容の期限が切れたリスクはない。", en = "No risk is above the criterion without acceptance, and no acceptance has run out." }
      else
        d:paragraph { ja = "受容基準を超えて受容の記録がないもの、及び受容の期限が切れたものである。", en = "Above the criterion without acceptance, or accepted until a date that has passed." }
        risk_table(d, wanting, {})
      end
    end)
    d:section({ ja = "受容の記録がある残留リスク", en = "Residual risks with a record of acceptance" }, function()
      risk_table(d, accepted:sort(function(a, b) return not d:acceptable(a) and d:acceptable(b) end), {
        empty = d:text { ja = "受容の記録がある残留リスクはない。", en = "None." },
        group = function(risk) return d:acceptable(risk) and d:text { ja = "受容基準以下", en = "Within the criterion" } or d:text { ja = "受容基準を超える", en = "Above the criterion" } end })
    end)
    if #within > 0 then
      d:section({ ja = "基準により受容する残留リスク", en = "Residual risks accepted by the criterion" }, function() risk_table(d, within, { bare = true }) end)
    end
    by_owner(isms, d, isms.risks)
  end,
}

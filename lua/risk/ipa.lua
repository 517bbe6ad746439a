-- Importance of the assets times likelihood, as a Japanese training text for small companies lays it out: values from
-- 1 to 3, levels 1, 2, 3, 4, 6 and 9.
local properties = {
  { "confidentiality", { ja = "機密性", en = "Confidentiality" } },
  { "integrity", { ja = "完全性", en = "Integrity" } },
  { "availability", { ja = "可用性", en = "Availability" } },
}

local names = {
  importance = { ja = "重要度", en = "Importance" },
  likelihood = { ja = "被害発生可能性", en = "Likelihood" },
  level = { ja = "リスクレベル", en = "Risk level" },
  threat = { ja = "脅威の起こりやすさ", en = "Threat" },
  vulnerability = { ja = "脆弱性のつけ込みやすさ", en = "Vulnerability" },
}

local tones = { "low", "medium", "high" }

-- Words of the usual bands; the criteria need only give their limits.
local usual = {
  low = { title = { ja = "低", en = "Low" }, tone = "low",
    meaning = { ja = "そのまま受容できる。", en = "Acceptable as it is." } },
  medium = { title = { ja = "中", en = "Medium" }, tone = "medium",
    meaning = { ja = "管理された状態を保つことを条件に受容できる。", en = "Acceptable as long as it is kept under control." } },
  high = { title = { ja = "高", en = "High" }, tone = "high",
    meaning = { ja = "受容できない。リスク対応を計画する。", en = "Not acceptable; treatment is planned." } },
}

local defaults = {
  bands = { { id = "low", max = 2 }, { id = "medium", max = 4 }, { id = "high", max = 9 } },
  acceptable = 4,           -- the highest level that may stay without treatment
  priorities = { 9, 6, 4 }, -- levels in their order of treatment
}

local function bands(criteria)
  local all, from = {}, 1
  for index, band in ipairs(criteria.bands) do
    local words = usual[band.id] or {}
    all[index] = {
      id = band.id, min = from, max = band.max,
      title = band.title or words.title or band.id,
      tone = band.tone or words.tone or "none",
      meaning = band.meaning or words.meaning or "",
    }
    from = band.max + 1
  end
  return all
end

local function band_of(level, criteria)
  for _, band in ipairs(bands(criteria)) do
    if level >= band.min and level <= band.max then return band end
  end
end

local function validate(criteria)
  local last = 0
  for _, band in ipairs(criteria.bands) do
    if type(band) ~= "table" or type(band.id) ~= "string" or math.type(band.max) ~= "integer" then
      return { ja = "bands の各項目には id と max（整数）が必要です（例: {id: low, max: 2}）",
               en = "every band needs an id and an integer max (such as {id: low, max: 2})" }
    end
    if band.max <= last then
      return { ja = "bands は max の小さい順に並べてください", en = "the bands must stand in order of their max" }
    end
    if band.tone and not contains({ "none", "low", "medium", "high", "critical", "good" }, band.tone) then
      return { ja = "bands の tone は none, low, medium, high, critical, good のいずれかです",
               en = "the tone of a band is one of none, low, medium, high, critical, good" }
    end
    last = band.max
  end
  if last < 9 then
    return { ja = "最後の bands の max は9にしてください", en = "the max of the last band must be 9" }
  end
end

-- The highest of the values that are given, its formula and inputs; nil when none is.
local function highest(record)
  local value, terms, inputs = nil, {}, {}
  for _, property in ipairs(properties) do
    local own = record[property[1]]
    if own then
      value = math.max(value or own, own)
      terms[#terms + 1] = tostring(own)
      inputs[#inputs + 1] = { property[2], own }
    end
  end
  return value, "max(" .. table.concat(terms, ", ") .. ")", inputs
end

-- Why the importance is 3 whatever the values say; nil when nothing asks for it.
local function override(asset)
  local ja, en = {}, {}
  if asset.personal_data and asset.personal_data ~= "none" then
    local kind = asset:label("personal_data")
    ja[#ja + 1], en[#en + 1] = "個人情報（" .. kind.ja .. "）", "personal data (" .. kind.en .. ")"
  end
  if asset.legal then ja[#ja + 1], en[#en + 1] = "法令が安全管理を求める情報", "safe management required by law" end
  if asset.critical then
    ja[#ja + 1], en[#en + 1] = "事故が会社の存続に関わる情報", "an accident could endanger the company"
  end
  if #ja > 0 then return { ja = table.concat(ja, "、"), en = table.concat(en, ", ") } end
end

local function asset_figures(asset)
  local value, formula, inputs = highest(asset)
  local reason = override(asset)
  if not value and not reason then return nil end
  local trace = {}
  if value then trace[1] = { name = names.importance, inputs = inputs, formula = formula, value = value } end
  if reason and value ~= 3 then
    local own = text(asset.override_reason, "ja") ~= "" and asset.override_reason or nil
    trace[#trace + 1] = {
      name = { ja = "重要度の引上げ", en = "Importance raised" }, inputs = {}, formula = "3", value = 3,
      note = {
        ja = reason.ja .. "のため3とする" .. (own and "。" .. text(own, "ja") or ""),
        en = "3 because of " .. reason.en .. (own and ". " .. text(own, "en") or ""),
      },
    }
  end
  local importance = reason and 3 or value
  return {
    importance = importance, highest = value, overridden = reason ~= nil and value ~= 3, reason = reason,
    tone = tones[importance], trace = trace,
  }
end

-- Importance of a risk: of its assets, or of the values on the risk itself when it is based on an event.
local function importance(risk)
  local own, formula, inputs = highest(risk)
  local assets = list(risk.assets or {}):where(function(asset) return asset.figures ~= nil end)
  if own and (risk.approach == "event" or #assets == 0) then
    return own, { name = names.importance, inputs = inputs, formula = formula, value = own }
  end
  if #assets == 0 then return nil end
  local value, terms, raised = 0, {}, {}
  inputs = {}
  for index, asset in ipairs(assets) do
    local figures = asset.figures
    value = math.max(value, figures.importance)
    terms[index] = tostring(figures.importance)
    inputs[index] = { asset.id, figures.importance }
    if figures.overridden then raised[#raised + 1] = asset.id end
  end
  local note = #raised > 0 and {
    ja = table.concat(raised, "、") .. "の重要度は規定により3",
    en = "importance 3 by rule: " .. table.concat(raised, ", "),
  } or nil
  return value, { name = names.importance, inputs = inputs, formula = "max(" .. table.concat(terms, ", ") .. ")",
                  value = value, note = note }
end

-- The table of likelihoods, written as one formula.
local function likelihood(threat, vulnerability)
  return math.max(1, threat + vulnerability - 3)
end

local function priority(level, criteria)
  for index, ranked in ipairs(criteria.priorities) do
    if ranked == level then return index end
  end
end

local function level_note(band, rank)
  local title = { ja = text(band.title, "ja"), en = text(band.title, "en") }
  if not rank then return title end
  return { ja = title.ja .. "、優先順位" .. rank, en = title.en .. ", priority " .. rank }
end

local function assess(risk, which, criteria)
  local values = risk[which]
  if not values or not values.threat or not values.vulnerability then return nil end
  local weight, step = importance(risk)
  if not weight then return nil end
  local chance = likelihood(values.threat, values.vulnerability)
  local level = weight * chance
  local band, rank = band_of(level, criteria), priority(level, criteria)
  return {
    importance = weight, likelihood = chance, threat = values.threat, vulnerability = values.vulnerability,
    level = level, band = band.id, tone = band.tone, priority = rank,
    trace = {
      step,
      { name = names.likelihood, inputs = { { names.threat, values.threat }, { names.vulnerability, values.vulnerability } },
        formula = string.format("max(1, %d + %d − 3)", values.threat, values.vulnerability), value = chance },
      { name = names.level, inputs = { { names.importance, weight }, { names.likelihood, chance } },
        formula = string.format("%d × %d", weight, chance), value = level, note = level_note(band, rank) },
    },
  }
end


local words = {
  ja = {
    importance = "重要度",
    importance_text = "情報資産ごとに、機密性・完全性・可用性が損なわれたときの影響を1から3で評価し、最も大きい値を重要度とする。"
      .. "個人情報を含むもの、法令が安全管理を求めるもの、事故が会社の存続に関わるものは、評価値にかかわらず重要度を3とし、"
      .. "引き上げた理由を算出の過程に示す。一つのリスクが複数の資産に関わるときは最も高い重要度を用いる。"
      .. "事象から特定したリスクは、リスクそのものについて三つの特性を評価する。",
    importance_header = { "値", "影響の大きさ" },
    importance_rows = { { "3", "事業への影響が大きい" }, { "2", "事業への影響がある" }, { "1", "事業への影響はほとんどない" } },
    likelihood = "被害発生可能性",
    likelihood_text = "脅威の起こりやすさと、脆弱性のつけ込みやすさをそれぞれ1から3で評価し、次の表で被害発生可能性に換算する。",
    threat_header = { "値", "脅威の起こりやすさ", "脆弱性のつけ込みやすさ" },
    threat_rows = {
      { "3", "いつ起きてもおかしくない", "対策がない" },
      { "2", "年に数回は起き得る", "一部に対策がある" },
      { "1", "通常は起きない", "必要な対策がそろっている" },
    },
    table = "被害発生可能性の換算表",
    table_header = { "脅威＼脆弱性", "3", "2", "1" },
    level = "リスクレベル",
    level_text = "リスクレベルは重要度と被害発生可能性の積とし、1・2・3・4・6・9の6段階になる。"
      .. "リスクレベルが%dを超えるリスクは、対応せずに置くことができない。",
    level_header = { "リスクレベル", "対応の優先順位" },
  },
  en = {
    importance = "Importance",
    importance_text = "For every asset the effect of a loss of confidentiality, integrity and availability is valued from 1 to 3; "
      .. "the highest value is its importance. Personal data, information whose safe management the law demands and "
      .. "information whose loss could endanger the company have importance 3 whatever their values; the trace shows why. "
      .. "A risk on several assets takes the highest importance. A risk found from an event is valued on the risk itself.",
    importance_header = { "Value", "Effect" },
    importance_rows = { { "3", "Serious effect on the business" }, { "2", "Some effect on the business" },
      { "1", "Hardly any effect on the business" } },
    likelihood = "Likelihood",
    likelihood_text = "How often the threat may occur and how easily the vulnerability is exploited are valued from 1 to 3. "
      .. "The table below turns both into a likelihood.",
    threat_header = { "Value", "Threat", "Vulnerability" },
    threat_rows = { { "3", "At any time", "No measures" }, { "2", "A few times a year", "Measures in part" },
      { "1", "Normally never", "All measures in place" } },
    table = "Likelihood by threat and vulnerability",
    table_header = { "Threat \\ vulnerability", "3", "2", "1" },
    level = "Risk level",
    level_text = "The risk level is importance times likelihood: 1, 2, 3, 4, 6 or 9. "
      .. "A risk of a level above %d may not stay untreated.",
    level_header = { "Risk level", "Priority of treatment" },
  },
}

local function describe(criteria, language)
  local w = words[language] or words.ja
  local likelihoods, ranks = {}, {}
  for threat = 3, 1, -1 do
    local row = { tostring(threat) }
    for vulnerability = 3, 1, -1 do row[#row + 1] = tostring(likelihood(threat, vulnerability)) end
    likelihoods[#likelihoods + 1] = row
  end
  for index, level in ipairs(criteria.priorities) do ranks[index] = { tostring(level), tostring(index) } end
  return {
    { heading = w.importance, text = w.importance_text, table = { header = w.importance_header, rows = w.importance_rows } },
    { heading = w.likelihood, text = w.likelihood_text, table = { header = w.threat_header, rows = w.threat_rows } },
    { heading = w.table, table = { header = w.table_header, rows = likelihoods } },
    { heading = w.level, text = string.format(w.level_text, criteria.acceptable),
      table = #ranks > 0 and { header = w.level_header, rows = ranks } or nil },
  }
end

return {
  name = "ipa",
  title = { ja = "重要度と被害発生可能性による方法", en = "importance × likelihood" },
  describe = describe,
  defaults = defaults,
  validate = validate,
  asset = asset_figures,
  assess = assess,
  acceptable = function(figures, criteria) return figures.level <= criteria.acceptable end,
  bands = bands,
  axes = function(criteria)
    return {
      x = { field = "likelihood", values = { 1, 2, 3 }, title = names.likelihood },
      y = { field = "importance", values = { 1, 2, 3 }, title = names.importance },
      band = function(x, y) return band_of(x * y, criteria).id end,
    }
  end,
}

-- What risk methods share, as the global `assessment`: importance of assets, bands of a level, checks of criteria.
local assessment = {}

assessment.names = read_only {
  importance = { ja = "重要度", en = "Importance" },
  likelihood = { ja = "被害発生可能性", en = "Likelihood" },
  level = { ja = "リスクレベル", en = "Risk level" },
  threat = { ja = "脅威の起こりやすさ", en = "Threat" },
  vulnerability = { ja = "脆弱性のつけ込みやすさ", en = "Vulnerability" },
}
local names = assessment.names

local properties = read_only {
  { "confidentiality", { ja = "機密性", en = "Confidentiality" } },
  { "integrity", { ja = "完全性", en = "Integrity" } },
  { "availability", { ja = "可用性", en = "Availability" } },
}

-- The highest of the values that are given; nil when none is.
local function highest(record)
  local value
  for _, property in ipairs(properties) do
    local own = record[property[1]]
    if own and (not value or own > value) then value = own end
  end
  return value
end

-- The step of a trace that shows how the highest value came about.
local function highest_step(record, value)
  local terms, inputs = {}, {}
  for _, property in ipairs(properties) do
    local own = record[property[1]]
    if own then
      terms[#terms + 1] = tostring(own)
      inputs[#inputs + 1] = { property[2], own }
    end
  end
  return { name = names.importance, inputs = inputs, formula = "max(" .. table.concat(terms, ", ") .. ")", value = value }
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

local tones = { "low", "medium", "high" }

-- The figures of an asset: the highest of C, I and A, or 3 when a rule raises it.
function assessment.asset(asset)
  local value, reason = highest(asset), override(asset)
  if not value and not reason then return nil end
  local importance = reason and 3 or value
  return {
    importance = importance, highest = value, overridden = reason ~= nil and value ~= 3, reason = reason,
    tone = tones[importance],
    trace = function()
      local steps = {}
      if value then steps[1] = highest_step(asset, value) end
      if reason and value ~= 3 then
        local own = text(asset.override_reason, "ja") ~= "" and asset.override_reason or nil
        steps[#steps + 1] = {
          name = { ja = "重要度の引上げ", en = "Importance raised" }, inputs = {}, formula = "3", value = 3,
          note = {
            ja = reason.ja .. "のため3とする" .. (own and "。" .. text(own, "ja") or ""),
            en = "3 because of " .. reason.en .. (own and ". " .. text(own, "en") or ""),
          },
        }
      end
      return steps
    end,
  }
end

local function assets_step(assets, value)
  local terms, inputs, raised = {}, {}, {}
  for index, asset in ipairs(assets) do
    local figures = asset.figures
    terms[index] = tostring(figures.importance)
    inputs[index] = { asset.id, figures.importance }
    if figures.overridden then raised[#raised + 1] = asset.id end
  end
  return {
    name = names.importance, inputs = inputs, formula = "max(" .. table.concat(terms, ", ") .. ")", value = value,
    note = #raised > 0 and {
      ja = table.concat(raised, "、") .. "の重要度は規程により3",
      en = "importance 3 by rule: " .. table.concat(raised, ", "),
    } or nil,
  }
end

-- Importance of a risk, and a function that gives its step of the trace: of its assets, or of the values on the risk
-- itself when it is based on an event. Nil when neither is there.
function assessment.importance(risk)
  local own, assets, value = highest(risk), {}, nil
  for _, asset in ipairs(risk.assets or {}) do
    local figures = asset.figures
    if figures then
      assets[#assets + 1] = asset
      if not value or figures.importance > value then value = figures.importance end
    end
  end
  if own and (risk.approach == "event" or not value) then return own, function() return highest_step(risk, own) end end
  if value then return value, function() return assets_step(assets, value) end end
end

-- The criteria that let more stay untreated than the defaults do, for `looser` of a method with a highest level.
function assessment.looser(criteria, defaults)
  if criteria.acceptable <= defaults.acceptable then return {} end
  return { { at = "acceptable", from = defaults.acceptable, to = criteria.acceptable } }
end

-- Words of the usual bands; the criteria need only give their limits.
local usual = read_only {
  low = { title = { ja = "低", en = "Low" }, tone = "low",
    meaning = { ja = "そのまま受容できる。", en = "Acceptable as it is." } },
  medium = { title = { ja = "中", en = "Medium" }, tone = "medium",
    meaning = { ja = "管理された状態を保つことを条件に受容できる。", en = "Acceptable as long as it is kept under control." } },
  high = { title = { ja = "高", en = "High" }, tone = "high",
    meaning = { ja = "受容できない。リスク対応を計画する。", en = "Not acceptable; treatment is planned." } },
  critical = { title = { ja = "極めて高い", en = "Critical" }, tone = "critical",
    meaning = { ja = "受容できない。直ちに対応を始める。", en = "Not acceptable; treatment starts at once." } },
}

-- criteria.bands with limits, words and tones; kept for the criteria asked for last.
local kept_for, kept
function assessment.bands(criteria)
  if kept_for == criteria then return kept end
  local all, from = {}, criteria.lowest or 1
  for index, band in ipairs(criteria.bands) do
    local words = usual[band.id] or {}
    all[index] = {
      id = band.id, min = from, max = band.max,
      title = band.title or words.title or band.id,
      tone = band.tone or words.tone or "none",
      meaning = band.meaning or words.meaning or "",
    }
    from = band.max and band.max + 1
  end
  kept_for, kept = criteria, read_only(all)
  return kept
end

-- The band of a level; the last one has no upper limit when it has no max.
function assessment.band(level, criteria)
  for _, band in ipairs(assessment.bands(criteria)) do
    if not band.max or level <= band.max then return band end
  end
end

local band_tones = { "none", "low", "medium", "high", "critical", "good" }

local function band_problem(band, last, open)
  if type(band) ~= "table" or type(band.id) ~= "string" then
    return { ja = "bands の各項目には id が必要です（例: {id: low, max: 2}）", en = "every band needs an id (such as {id: low, max: 2})" }
  end
  if math.type(band.max) ~= "integer" and not (open and band.max == nil) then
    return { ja = "bands の各項目には id と max（整数）が必要です（例: {id: low, max: 2}）",
             en = "every band needs an id and an integer max (such as {id: low, max: 2})" }
  end
  if band.max and last and band.max <= last then
    return { ja = "bands は max の小さい順に並べてください", en = "the bands must stand in order of their max" }
  end
  if band.tone and not contains(band_tones, band.tone) then
    return { ja = "bands の tone は none, low, medium, high, critical, good のいずれかです",
             en = "the tone of a band is one of none, low, medium, high, critical, good" }
  end
end

-- What is wrong with criteria.bands, or nil. `reach`: the level the last one must reach, or "open" when it must have no
-- limit, or "named" when bands are names alone.
function assessment.bands_problem(criteria, reach)
  local last
  for index, band in ipairs(criteria.bands) do
    local problem = band_problem(band, last, reach == "named" or reach == "open" and index == #criteria.bands)
    if problem then return problem end
    last = band.max
  end
  if #criteria.bands == 0 then return { ja = "bands が空です", en = "there are no bands" } end
  if reach == "open" and last then
    return { ja = "最後の bands には max を書かないでください", en = "the last band must not have a max" }
  end
  if math.type(reach) == "integer" and last < reach then
    return { ja = "最後の bands の max は" .. reach .. "にしてください", en = "the max of the last band must be " .. reach }
  end
end

-- Place of a level among criteria.priorities, from 1; nil when it is not among them.
function assessment.priority(level, criteria)
  for index, ranked in ipairs(criteria.priorities) do
    if ranked == level then return index end
  end
end

-- The words of a band, with the priority when there is one: the note of a level's step.
function assessment.level_note(band, rank)
  local title = { ja = text(band.title, "ja"), en = text(band.title, "en") }
  if not rank then return title end
  return { ja = title.ja .. "、優先順位" .. rank, en = title.en .. ", priority " .. rank }
end

local words = read_only {
  ja = {
    importance = "重要度",
    importance_text = "情報資産ごとに、機密性・完全性・可用性が損なわれたときの影響を1から3で評価し、最も大きい値を重要度とする。"
      .. "個人情報を含むもの、法令が安全管理を求めるもの、事故が会社の存続に関わるものは、評価値にかかわらず重要度を3とし、"
      .. "引き上げた理由を算出の過程に示す。一つのリスクが複数の資産に関わるときは最も高い重要度を用いる。"
      .. "事象から特定したリスクは、リスクそのものについて三つの特性を評価する。",
    importance_header = { "値", "影響の大きさ" },
    importance_rows = { { "3", "事業への影響が大きい" }, { "2", "事業への影響がある" }, { "1", "事業への影響はほとんどない" } },
    threat_header = { "値", "脅威の起こりやすさ", "脆弱性のつけ込みやすさ" },
    threat_rows = {
      { "3", "いつ起きてもおかしくない", "対策がない" },
      { "2", "年に数回は起き得る", "一部に対策がある" },
      { "1", "通常は起きない", "必要な対策がそろっている" },
    },
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
    threat_header = { "Value", "Threat", "Vulnerability" },
    threat_rows = { { "3", "At any time", "No measures" }, { "2", "A few times a year", "Measures in part" },
      { "1", "Normally never", "All measures in place" } },
  },
}

-- The parts of a method page on the importance, and the table of the values of threat and vulnerability.
function assessment.importance_page(language)
  local w = words[language] or words.ja
  return { heading = w.importance, text = w.importance_text, table = { header = w.importance_header, rows = w.importance_rows } }
end
function assessment.threat_table(language)
  local w = words[language] or words.ja
  return { header = w.threat_header, rows = w.threat_rows }
end

-- The columns of a register before the level: what the method says, else importance and likelihood.
function assessment.columns(method)
  return method.columns or { { "importance", names.importance }, { "likelihood", { ja = "可能性", en = "Likelihood" } } }
end

-- A title in both languages.
local function both(value) return { ja = text(value, "ja"), en = text(value, "en") } end

local function view_of_axes(axes, known)
  local cells = {}
  for row, y in ipairs(axes.y.values) do
    cells[row] = {}
    for column, x in ipairs(axes.x.values) do
      local band = axes.band(x, y)
      cells[row][column] = type(band) == "table" and band.id or known[band] and band or ""
    end
  end
  return {
    x = { field = axes.x.field, title = both(axes.x.title), values = axes.x.values },
    y = { field = axes.y.field, title = both(axes.y.title), values = axes.y.values },
    cells = cells,
  }
end

-- The method as plain data, for the terminal and other programs.
function assessment.view(method)
  local bands, columns, known = {}, {}, {}
  for index, band in ipairs(method.bands(method.criteria)) do
    bands[index] = { id = band.id, title = both(band.title), tone = band.tone, min = band.min, max = band.max }
    known[band.id] = true
  end
  for index, column in ipairs(assessment.columns(method)) do columns[index] = { field = column[1], title = both(column[2]) } end
  return {
    name = method.name, title = both(method.title or method.name), bands = bands, columns = columns,
    axes = method.axes and view_of_axes(method.axes(method.criteria), known) or nil,
  }
end

return assessment

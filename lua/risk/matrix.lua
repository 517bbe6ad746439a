-- Likelihood × impact on scales of any length, with named bands: by the product of both values, or by a matrix that names
-- the band of every place. The matrix manner of ISO/IEC 27005.
local names = read_only {
  likelihood = { ja = "起こりやすさ", en = "Likelihood" },
  impact = { ja = "影響度", en = "Impact" },
  level = { ja = "リスクレベル", en = "Risk level" },
}

local defaults = {
  likelihood = { -- lowest first; a text, or title and meaning
    { title = { ja = "まれ", en = "Rare" }, meaning = { ja = "10年に1回も起きない", en = "Less than once in ten years" } },
    { title = { ja = "低い", en = "Unlikely" }, meaning = { ja = "数年に1回は起き得る", en = "Once in several years" } },
    { title = { ja = "あり得る", en = "Possible" }, meaning = { ja = "1年に1回は起き得る", en = "About once a year" } },
    { title = { ja = "高い", en = "Likely" }, meaning = { ja = "1年に数回は起き得る", en = "Several times a year" } },
    { title = { ja = "ほぼ確実", en = "Almost certain" }, meaning = { ja = "毎月のように起きる", en = "Every month or more often" } },
  },
  impact = {
    { title = { ja = "軽微", en = "Negligible" }, meaning = { ja = "その日のうちに担当者が収められる", en = "Settled by staff within the day" } },
    { title = { ja = "小", en = "Minor" }, meaning = { ja = "部門の業務が数日滞る", en = "A department is held up for some days" } },
    { title = { ja = "中", en = "Moderate" }, meaning = { ja = "複数の部門又は一部の取引先に影響が及ぶ", en = "Several departments or some customers are affected" } },
    { title = { ja = "大", en = "Major" }, meaning = { ja = "取引の停止又は行政への報告に至る", en = "Contracts stop, or authorities have to be told" } },
    { title = { ja = "甚大", en = "Severe" }, meaning = { ja = "事業の継続が危うくなる", en = "The business itself is in danger" } },
  },
  bands = { { id = "low", max = 4 }, { id = "medium", max = 9 }, { id = "high", max = 16 }, { id = "critical", max = 25 } },
  matrix = {},           -- rows by likelihood, lowest first, each with the ids of the bands by impact; empty: by the product
  acceptable = "medium", -- the highest band that may stay without treatment
}

-- Title and meaning of a value of a scale.
local function step_title(step)
  return type(step) == "table" and step.title or step
end

local function band_at(likelihood, impact, criteria)
  local row = criteria.matrix[likelihood]
  if not row then return assessment.band(likelihood * impact, criteria) end
  for _, band in ipairs(assessment.bands(criteria)) do
    if band.id == row[impact] then return band end
  end
end

local function band_rank(id, criteria)
  for index, band in ipairs(criteria.bands) do
    if band.id == id then return index end
  end
end

local function scale_problem(criteria, name)
  local scale = criteria[name]
  if #scale < 2 or #scale > 10 then
    return { ja = name .. " には2から10段階の語を、低い順に書いてください", en = name .. " takes 2 to 10 words, lowest first" }
  end
  for _, step in ipairs(scale) do
    if text(step_title(step), "ja") == "" then
      return { ja = name .. " の各段階には語か title が必要です", en = "every value of " .. name .. " needs a word or a title" }
    end
  end
end

local function matrix_problem(criteria)
  local rows = criteria.matrix
  local wrong = { ja = "matrix には起こりやすさの低い順に" .. #criteria.likelihood .. "行、各行に影響度の低い順に" .. #criteria.impact .. "個の bands の id を書いてください",
                  en = "matrix takes " .. #criteria.likelihood .. " rows by likelihood, each with " .. #criteria.impact .. " ids of bands by impact, lowest first" }
  if #rows ~= #criteria.likelihood then return wrong end
  for _, row in ipairs(rows) do
    if type(row) ~= "table" or #row ~= #criteria.impact then return wrong end
    for _, id in ipairs(row) do
      if not band_rank(id, criteria) then
        return { ja = "matrix の「" .. tostring(id) .. "」は bands にありません", en = "\"" .. tostring(id) .. "\" in matrix is not among the bands" }
      end
    end
  end
end

local function validate(criteria)
  local by_matrix = next(criteria.matrix) ~= nil
  local problem = scale_problem(criteria, "likelihood") or scale_problem(criteria, "impact")
    or assessment.bands_problem(criteria, by_matrix and "named" or #criteria.likelihood * #criteria.impact)
  if problem then return problem end
  if not band_rank(criteria.acceptable, criteria) then
    return { ja = "acceptable には bands の id を書いてください", en = "acceptable takes the id of a band" }
  end
  if by_matrix then return matrix_problem(criteria) end
end

-- What is wrong with a value, or nil.
local function outside(which, field, value, scale)
  if value >= 1 and value <= #scale then return nil end
  return { at = which .. "." .. field,
    ja = names[field].ja .. "は1から" .. #scale .. "までです（ここでは" .. value .. "）",
    en = "the " .. names[field].en:lower() .. " goes from 1 to " .. #scale .. ", not " .. value }
end

local function assess(risk, which, criteria)
  local values = risk[which]
  local likelihood, impact = values and values.likelihood, values and values.impact
  if not likelihood or not impact then return nil end
  local problem = outside(which, "likelihood", likelihood, criteria.likelihood) or outside(which, "impact", impact, criteria.impact)
  if problem then return nil, problem end
  local level, band = likelihood * impact, band_at(likelihood, impact, criteria)
  return {
    likelihood = likelihood, impact = impact, level = level, band = band.id, tone = band.tone,
    trace = function()
      local by_matrix = criteria.matrix[likelihood] ~= nil
      local note = assessment.level_note(band)
      if by_matrix then note = { ja = note.ja .. "（マトリクスによる）", en = note.en .. " (by the matrix)" } end
      return {
        { name = names.likelihood, inputs = {}, formula = tostring(likelihood), value = likelihood,
          note = step_title(criteria.likelihood[likelihood]) },
        { name = names.impact, inputs = {}, formula = tostring(impact), value = impact, note = step_title(criteria.impact[impact]) },
        { name = names.level, inputs = { { names.likelihood, likelihood }, { names.impact, impact } },
          formula = string.format("%d × %d", likelihood, impact), value = level, note = note },
      }
    end,
  }
end

local words = read_only {
  ja = {
    header = { "値", "語", "意味" },
    likelihood = "起こりやすさ", likelihood_text = "事象の起こりやすさを、次の%d段階で評価する。",
    impact = "影響度", impact_text = "事象が起きたときの事業への影響を、次の%d段階で評価する。資産ベースのリスクでは、関わる資産のうち影響が最も大きいものについて評価する。",
    level = "リスクレベル",
    product_text = "リスクレベルは起こりやすさと影響度の積とし、その大きさで水準を判定する。",
    matrix_text = "リスクレベルは起こりやすさと影響度の積で表し、水準は次のマトリクスで判定する。",
    acceptable_text = "水準が「%s」以下のリスクは受容することができる。",
    corner = "起こりやすさ＼影響度",
  },
  en = {
    header = { "Value", "Word", "Meaning" },
    likelihood = "Likelihood", likelihood_text = "How likely the event is, on a scale of %d values.",
    impact = "Impact", impact_text = "What the event would do to the business, on a scale of %d values. For a risk on several assets, the one that would suffer most counts.",
    level = "Risk level",
    product_text = "The risk level is likelihood times impact; its size decides the band.",
    matrix_text = "The risk level is likelihood times impact; the band comes from the matrix below.",
    acceptable_text = " A risk up to the band “%s” may be accepted.",
    corner = "Likelihood \\ impact",
  },
}

local function scale_rows(scale, language)
  local rows = {}
  for value = #scale, 1, -1 do
    local step = scale[value]
    rows[#rows + 1] = { tostring(value), text(step_title(step), language), type(step) == "table" and text(step.meaning, language) or "" }
  end
  return rows
end

local function describe(criteria, language)
  local w = words[language] or words.ja
  local header, rows = { w.corner }, {}
  for impact = 1, #criteria.impact do header[impact + 1] = tostring(impact) end
  for likelihood = #criteria.likelihood, 1, -1 do
    local row = { tostring(likelihood) }
    for impact = 1, #criteria.impact do
      row[#row + 1] = likelihood * impact .. " " .. text(band_at(likelihood, impact, criteria).title, language)
    end
    rows[#rows + 1] = row
  end
  local acceptable = assessment.bands(criteria)[band_rank(criteria.acceptable, criteria)]
  return {
    { heading = w.likelihood, text = string.format(w.likelihood_text, #criteria.likelihood),
      table = { header = w.header, rows = scale_rows(criteria.likelihood, language) } },
    { heading = w.impact, text = string.format(w.impact_text, #criteria.impact),
      table = { header = w.header, rows = scale_rows(criteria.impact, language) } },
    { heading = w.level, text = (criteria.matrix[1] and w.matrix_text or w.product_text) .. string.format(w.acceptable_text, text(acceptable.title, language)),
      table = { header = header, rows = rows, grid = true } },
  }
end

-- 1 to the length of a scale.
local function values_of(scale)
  local values = {}
  for value = 1, #scale do values[value] = value end
  return values
end

-- Cells of the matrix that may stay without treatment, and all.
local function tolerated(criteria)
  local count, limit = 0, band_rank(criteria.acceptable, criteria)
  for likelihood = 1, #criteria.likelihood do
    for impact = 1, #criteria.impact do
      if band_rank(band_at(likelihood, impact, criteria).id, criteria) <= limit then count = count + 1 end
    end
  end
  return count, #criteria.likelihood * #criteria.impact
end

-- Scales, bands and cells may all be others: what counts is the share that may stay.
local function looser(criteria, defaults)
  local before, all_before = tolerated(defaults)
  local now, all_now = tolerated(criteria)
  if now * all_before <= before * all_now then return {} end
  return { { at = "acceptable", from = before .. "/" .. all_before, to = now .. "/" .. all_now } }
end

return {
  name = "matrix",
  title = { ja = "起こりやすさ×影響度のマトリクスによる方法", en = "likelihood × impact matrix" },
  describe = describe,
  defaults = defaults,
  validate = validate,
  asset = assessment.asset,
  assess = assess,
  acceptable = function(figures, criteria) return band_rank(figures.band, criteria) <= band_rank(criteria.acceptable, criteria) end,
  looser = looser,
  bands = function(criteria)
    if not criteria.matrix[1] then return assessment.bands(criteria) end
    local named = {} -- by the matrix a band has no limits
    for index, band in ipairs(assessment.bands(criteria)) do
      named[index] = { id = band.id, title = band.title, tone = band.tone, meaning = band.meaning }
    end
    return named
  end,
  columns = { { "likelihood", names.likelihood }, { "impact", names.impact } },
  axes = function(criteria)
    return {
      x = { field = "impact", values = values_of(criteria.impact), title = names.impact },
      y = { field = "likelihood", values = values_of(criteria.likelihood), title = names.likelihood },
      band = function(impact, likelihood) return band_at(likelihood, impact, criteria).id end,
    }
  end,
}

-- Importance of the assets times likelihood, as a Japanese training text for small companies lays it out: values from
-- 1 to 3, levels 1, 2, 3, 4, 6 and 9.
local names = assessment.names

local defaults = {
  bands = { { id = "low", max = 2 }, { id = "medium", max = 4 }, { id = "high", max = 9 } },
  acceptable = 4,           -- the highest level that may stay without treatment
  priorities = { 9, 6, 4 }, -- levels in their order of treatment
}

-- The table of likelihoods, written as one formula.
local function likelihood(threat, vulnerability)
  return math.max(1, threat + vulnerability - 3)
end

local function assess(risk, which, criteria)
  local values = risk[which]
  local threat, vulnerability = values and values.threat, values and values.vulnerability
  if not threat or not vulnerability then return nil end
  local weight, weight_step = assessment.importance(risk)
  if not weight then return nil end
  local chance = likelihood(threat, vulnerability)
  local level = weight * chance
  local band, rank = assessment.band(level, criteria), assessment.priority(level, criteria)
  return {
    importance = weight, likelihood = chance, threat = threat, vulnerability = vulnerability,
    level = level, band = band.id, tone = band.tone, priority = rank,
    trace = function()
      return {
        weight_step(),
        { name = names.likelihood, inputs = { { names.threat, threat }, { names.vulnerability, vulnerability } },
          formula = string.format("max(1, %d + %d − 3)", threat, vulnerability), value = chance },
        { name = names.level, inputs = { { names.importance, weight }, { names.likelihood, chance } },
          formula = string.format("%d × %d", weight, chance), value = level, note = assessment.level_note(band, rank) },
      }
    end,
  }
end

local words = read_only {
  ja = {
    likelihood = "被害発生可能性",
    likelihood_text = "脅威の起こりやすさと、脆弱性のつけ込みやすさをそれぞれ1から3で評価し、次の表で被害発生可能性に換算する。",
    table = "被害発生可能性の換算表",
    table_text = "算出の過程では、この表を max(1, 脅威＋脆弱性−3)、すなわち「脅威と脆弱性の値の和から3を引いた値と1のうち大きい方」と書く。",
    table_header = { "脅威＼脆弱性", "3", "2", "1" },
    level = "リスクレベル",
    level_text = "リスクレベルは重要度と被害発生可能性の積とし、1・2・3・4・6・9の6段階になる。"
      .. "リスクレベルが%dを超えるリスクは、対応せずに置くことができない。",
    level_header = { "リスクレベル", "対応の優先順位" },
  },
  en = {
    likelihood = "Likelihood",
    likelihood_text = "How often the threat may occur and how easily the vulnerability is exploited are valued from 1 to 3. "
      .. "The table below turns both into a likelihood.",
    table = "Likelihood by threat and vulnerability",
    table_text = "Where levels are derived this table is written as max(1, threat + vulnerability − 3): the sum less 3, but at least 1.",
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
    assessment.importance_page(language),
    { heading = w.likelihood, text = w.likelihood_text, table = assessment.threat_table(language) },
    { heading = w.table, text = w.table_text, table = { header = w.table_header, rows = likelihoods, grid = true } },
    { heading = w.level, text = string.format(w.level_text, criteria.acceptable),
      table = #ranks > 0 and { header = w.level_header, rows = ranks } or nil },
  }
end

return {
  name = "ipa",
  title = { ja = "重要度と被害発生可能性による方法", en = "importance × likelihood" },
  describe = describe,
  defaults = defaults,
  validate = function(criteria) return assessment.bands_problem(criteria, 9) end,
  asset = assessment.asset,
  assess = assess,
  acceptable = function(figures, criteria) return figures.level <= criteria.acceptable end,
  looser = assessment.looser,
  bands = assessment.bands,
  axes = function(criteria)
    return {
      x = { field = "likelihood", values = { 1, 2, 3 }, title = names.likelihood },
      y = { field = "importance", values = { 1, 2, 3 }, title = names.importance },
      band = function(x, y) return assessment.band(x * y, criteria).id end,
    }
  end,
}

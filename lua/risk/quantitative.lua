-- Frequency a year and loss an event, each as minimum, likely and maximum (PERT). The expected loss of a year follows from
-- a formula; its spread comes from a simulation of years (Monte Carlo). Numbers are drawn by a generator of our own from
-- the seed and the id of the risk, and only additions, multiplications, divisions and roots are used, which every machine
-- rounds alike: the same input gives the same figures everywhere.
local names = read_only {
  frequency = { ja = "年間の発生回数", en = "Events a year" },
  loss = { ja = "1回当たりの損失", en = "Loss an event" },
  mean = { ja = "期待損失（年）", en = "Expected loss a year" },
  simulation = { ja = "シミュレーション", en = "Simulation" },
  level = { ja = "リスクレベル", en = "Risk level" },
  p50 = { ja = "P50", en = "P50" }, p90 = { ja = "P90", en = "P90" }, p95 = { ja = "P95", en = "P95" },
  min = { ja = "最小", en = "minimum" }, likely = { ja = "最頻", en = "likely" }, max = { ja = "最大", en = "maximum" },
}

local defaults = {
  trials = 10000, -- years simulated
  seed = 1,
  measure = "mean", -- the figure that is the level: mean, p50, p90, p95
  unit = { ja = "円", en = "yen" },
  lowest = 0,
  bands = { { id = "low", max = 1000000 }, { id = "medium", max = 10000000 }, { id = "high" } },
  acceptable = 10000000, -- the highest level that may stay without treatment
}

-- Natural logarithm and exponential by their series.
local ln2 = 0.6931471805599453
local function log(x)
  local exponent = 0
  while x < 0.75 do x, exponent = x * 2, exponent - 1 end
  while x > 1.5 do x, exponent = x / 2, exponent + 1 end
  local t = (x - 1) / (x + 1)
  local square, term, sum = t * t, t, 0.0
  for k = 1, 25, 2 do
    sum = sum + term / k
    term = term * square
  end
  return 2 * sum + exponent * ln2
end

-- Of a number that is not positive.
local function exp(x)
  if x < -700 then return 0.0 end
  local halvings = -(x // ln2)
  local rest = x + halvings * ln2
  local sum, term = 1.0, 1.0
  for k = 1, 14 do
    term = term * rest / k
    sum = sum + term
  end
  for _ = 1, halvings do sum = sum / 2 end
  return sum
end

-- Tables of 1024 values at the middles of equal shares of the probability.
local shares, cells = 1024, 256

-- Inverts a density given at the middles of `cells` equal cells from `from` to `to`.
local function invert(density, from, to)
  local sum = 0.0
  for cell = 1, cells do sum = sum + density[cell] end
  local table_, cell, below, width = {}, 1, 0.0, (to - from) / cells
  for share = 0, shares - 1 do
    local wanted = (share + 0.5) / shares * sum
    while cell < cells and below + density[cell] < wanted do
      below = below + density[cell]
      cell = cell + 1
    end
    table_[share] = from + width * (cell - 1 + (wanted - below) / density[cell])
  end
  return table_
end

local log_middle = {} -- logarithms of the middles of the cells of (0, 1)
for cell = 1, cells do log_middle[cell] = log((cell - 0.5) / cells) end

local function pert_mean(v) return (v.min + 4 * v.likely + v.max) / 6 end

-- The beta distribution of PERT: shapes 1 + 4 (likely − min) / (max − min) and 1 + 4 (max − likely) / (max − min).
local function pert(v)
  local density, range = {}, v.max - v.min
  if range <= 0 then
    for share = 0, shares - 1 do density[share] = v.likely end
    return density
  end
  local left, right = 4 * (v.likely - v.min) / range, 4 * (v.max - v.likely) / range
  for cell = 1, cells do density[cell] = exp(left * log_middle[cell] + right * log_middle[cells + 1 - cell]) end
  return invert(density, v.min, v.max)
end

local normal = {}
for cell = 1, cells do
  local x = (cell - 0.5) / cells * 9 - 4.5
  normal[cell] = exp(-x * x / 2)
end
normal = invert(normal, -4.5, 4.5)

-- Start of the generator (xorshift64) from the seed and the id: FNV-1a. First and second assessment of a risk share their
-- numbers, so that their difference is the treatment's.
local function start_of(seed, id)
  local state = 0xcbf29ce484222325
  for place = 1, 8 do state = (state ~ (seed >> (8 * place - 8) & 0xff)) * 0x100000001b3 end
  for place = 1, #id do state = (state ~ id:byte(place)) * 0x100000001b3 end
  if state == 0 then state = 1 end
  for _ = 1, 16 do -- let near seeds drift apart
    state = state ~ (state << 13)
    state = state ~ (state >> 7)
    state = state ~ (state << 17)
  end
  return state
end

-- More events a year than this are not counted one by one: their sum is as good as normal.
local many = 30

-- Fills `years` with the loss of each simulated year: a number of events by Poisson, a loss for every event.
local function simulate(id, values, criteria, years)
  local rates, losses, none, rest = pert(values.frequency), pert(values.loss), {}, {}
  local mean = pert_mean(values.loss)
  local square = (mean - values.loss.min) * (values.loss.max - mean) / 7 + mean * mean
  for share = 0, shares - 1 do
    rest[share] = exp(-rates[share])
    none[share] = rest[share] * 0x1p32
  end
  local x = start_of(criteria.seed, id)
  for year = 1, criteria.trials do
    x = x ~ (x << 13)
    x = x ~ (x >> 7)
    x = x ~ (x << 17)
    local share, chance, sum = x >> 54, x >> 22 & 0xffffffff, 0.0
    if chance >= none[share] then
      local rate = rates[share]
      if rate > many then
        sum = rate * mean + normal[chance >> 22] * math.sqrt(rate * square)
        if sum < 0 then sum = 0.0 end
      else
        local probability, reached, count = rest[share], none[share], 0
        local draw = x & 0x3ff
        repeat
          count = count + 1
          probability = probability * rate / count
          reached = reached + probability * 0x1p32
          sum = sum + losses[draw]
          x = x ~ (x << 13)
          x = x ~ (x >> 7)
          x = x ~ (x << 17)
          draw = x >> 54
        until chance < reached or count > 200
      end
    end
    years[year] = sum
  end
end

-- The values of the given ranks (from 1) among the first `count` of a list, without sorting all of it.
local function ranked(list_, count, ranks)
  local largest, zeros = 0.0, 0
  for place = 1, count do
    local value = list_[place]
    if value == 0 then zeros = zeros + 1 elseif value > largest then largest = value end
  end
  local result, bins, scale = {}, {}, largest > 0 and 1023 / largest or 0
  for bin = 0, 1024 do bins[bin] = 0 end
  for place = 1, count do
    local value = list_[place]
    if value > 0 then
      local bin = value * scale // 1 | 0
      bins[bin] = bins[bin] + 1
    end
  end
  local members = {} -- bin → its values in order
  for index, rank in ipairs(ranks) do
    local below, bin = zeros, 0
    if rank <= zeros then
      result[index] = 0.0
    else
      while below + bins[bin] < rank do below, bin = below + bins[bin], bin + 1 end
      members[bin] = members[bin] or { bin = bin, below = below }
      result[index] = { bin = bin, rank = rank - below }
    end
  end
  for place = 1, count do
    local value = list_[place]
    local group = value > 0 and members[value * scale // 1 | 0]
    if group then group[#group + 1] = value end
  end
  for _, group in pairs(members) do table.sort(group) end
  for index, found in ipairs(result) do
    if type(found) == "table" then result[index] = members[found.bin][found.rank] end
  end
  return result
end

-- To three digits, as an integer.
local function rounded(value)
  local unit = 1
  while value >= 1000 * unit do unit = unit * 10 end
  return (value / unit + 0.5) // 1 * unit | 0
end

local function whole(value) return (value + 0.5) // 1 | 0 end

-- 1234567 → "1,234,567"; 0.25 → "0.25": large numbers with three decimals at most, small ones with six.
local function shown(value)
  local digits = math.type(value) == "integer" and tostring(value) or string.format(value < 1000 and "%.6f" or "%.3f", value)
  local head, tail = digits:match("^(%-?%d+)(.*)$")
  if not head or #head > 15 then return string.format("%.3g", value) end
  head = head:reverse():gsub("(%d%d%d)", "%1,"):reverse():gsub("^,", "")
  return head .. tail:gsub("0+$", ""):gsub("%.$", "")
end

-- What is wrong with minimum, likely and maximum, or nil.
local function disorder(which, field, v)
  local limit = field == "frequency" and 1e5 or 1e12
  if v.max > limit then
    return { at = which .. "." .. field, ja = names[field].ja .. "が大きすぎます（" .. shown(limit) .. "まで）",
             en = names[field].en:lower() .. ": too large (" .. shown(limit) .. " at most)" }
  end
  if v.min >= 0 and v.min <= v.likely and v.likely <= v.max then return nil end
  return { at = which .. "." .. field,
    ja = names[field].ja .. "は、0以上の値を最小、最頻、最大の小さい順に書いてください（ここでは" .. shown(v.min) .. "、" .. shown(v.likely) .. "、" .. shown(v.max) .. "）",
    en = names[field].en:lower() .. ": minimum, likely and maximum must not be negative and must stand in order, not "
      .. shown(v.min) .. ", " .. shown(v.likely) .. ", " .. shown(v.max) }
end

local function complete(v) return v and v.min and v.likely and v.max end

local function pert_step(name, v, mean)
  return {
    name = name, inputs = { { names.min, shown(v.min) }, { names.likely, shown(v.likely) }, { names.max, shown(v.max) } },
    formula = string.format("(%s + 4 × %s + %s) ÷ 6", shown(v.min), shown(v.likely), shown(v.max)), value = shown(mean),
  }
end

local function steps(figures, values, criteria, band)
  local frequency, loss = pert_mean(values.frequency), pert_mean(values.loss)
  local unit = criteria.unit
  return {
    pert_step(names.frequency, values.frequency, frequency),
    pert_step(names.loss, values.loss, loss),
    { name = names.mean, inputs = { { names.frequency, shown(frequency) }, { names.loss, shown(loss) } },
      formula = shown(frequency) .. " × " .. shown(loss), value = shown(figures.mean) },
    { name = names.simulation, inputs = {}, value = shown(figures.p50) .. " / " .. shown(figures.p90) .. " / " .. shown(figures.p95),
      note = { ja = "P50 / P90 / P95、" .. criteria.trials .. "年、シード" .. criteria.seed,
               en = "P50 / P90 / P95, " .. criteria.trials .. " years, seed " .. criteria.seed } },
    { name = names.level, inputs = { { names[criteria.measure], shown(figures.level) } }, formula = shown(figures.level),
      value = shown(figures.level),
      note = { ja = text(unit, "ja") .. "、" .. text(band.title, "ja"), en = text(unit, "en") .. ", " .. text(band.title, "en") } },
  }
end

-- The values of an assessment when they are all there and in order, or nil, or nil and what is wrong.
local function values_of(risk, which)
  local values = risk[which]
  if not values or not complete(values.frequency) or not complete(values.loss) then return nil end
  local problem = disorder(which, "frequency", values.frequency) or disorder(which, "loss", values.loss)
  if problem then return nil, problem end
  return values
end

local years = {} -- used again for every risk

local function assess(risk, which, criteria)
  local values, problem = values_of(risk, which)
  if not values then return nil, problem end
  local trials = criteria.trials
  simulate(risk.id, values, criteria, years)
  local found = ranked(years, trials, { (trials + 1) // 2, -(-trials * 9 // 10), -(-trials * 19 // 20) })
  local figures = {
    mean = whole(pert_mean(values.frequency) * pert_mean(values.loss)),
    p50 = rounded(found[1]), p90 = rounded(found[2]), p95 = rounded(found[3]),
    frequency = tonumber(string.format("%.3f", pert_mean(values.frequency))), loss = rounded(pert_mean(values.loss)),
  }
  figures.level = figures[criteria.measure]
  local band = assessment.band(figures.level, criteria)
  figures.band, figures.tone = band.id, band.tone
  figures.trace = function() return steps(figures, values, criteria, band) end
  return figures
end

-- Probabilities of the loss exceedance curve, in thousandths.
local thousandths = { 990, 975, 950, 925, 900, 850, 800, 750, 700, 650, 600, 550, 500, 450, 400, 350, 300, 250, 200, 150, 125, 100, 75, 50, 25, 10 }

-- The loss of all risks together that a year exceeds with each probability: { { probability = 0.9, loss = 1230000 }, … }.
-- which: "first", or "current" for the second assessment where there is one. Nil when nothing is assessed.
local function exceedance(risks, which, criteria)
  local totals, ranks, curve, trials, any = {}, {}, {}, criteria.trials, false
  for year = 1, trials do totals[year] = 0.0 end
  for _, risk in ipairs(risks) do
    local values = which == "current" and values_of(risk, "second") or values_of(risk, "first")
    if values then
      any = true
      simulate(risk.id, values, criteria, years)
      for year = 1, trials do totals[year] = totals[year] + years[year] end
    end
  end
  if not any then return nil end
  for index, probability in ipairs(thousandths) do ranks[index] = math.max(1, trials - trials * probability // 1000) end
  for index, loss in ipairs(ranked(totals, trials, ranks)) do
    curve[index] = { probability = thousandths[index] / 1000, loss = rounded(loss) }
  end
  return curve
end

local function validate(criteria)
  if math.type(criteria.trials) ~= "integer" or criteria.trials < 1000 or criteria.trials > 100000 then
    return { ja = "trials は1000から100000までの整数です", en = "trials is an integer from 1000 to 100000" }
  end
  if math.type(criteria.seed) ~= "integer" then return { ja = "seed は整数です", en = "seed is an integer" } end
  if not contains({ "mean", "p50", "p90", "p95" }, criteria.measure) then
    return { ja = "measure は mean, p50, p90, p95 のいずれかです", en = "measure is one of mean, p50, p90, p95" }
  end
  return assessment.bands_problem(criteria, "open")
end

local words = read_only {
  ja = {
    inputs = "入力",
    inputs_text = "リスクごとに、年間の発生回数と1回当たりの損失額を、最小・最頻・最大の三つの値で見積もる。"
      .. "値は、過去の記録、公表された事例及び復旧に要する費用から定め、根拠を備考に記す。",
    expected = "期待損失",
    expected_text = "三つの値をPERT分布とみなし、その平均を（最小＋4×最頻＋最大）÷6で求める。"
      .. "発生回数の平均と損失の平均の積を年間の期待損失とする。",
    simulation = "ばらつき",
    simulation_text = "%s年分の業務をモンテカルロ法で模擬する。1年ごとに、発生回数の平均をPERT分布から選び、その平均のポアソン分布から回数を、"
      .. "回ごとに損失額をPERT分布から選んで合計する。平均が年30回を超えるときは、合計を同じ平均と分散の正規分布で求める。"
      .. "半数の年、10年に9年、20年に19年が収まる額をP50、P90、P95とし、有効数字3桁で示す。"
      .. "乱数はシード（%d）とリスクの番号から作るため、同じ入力からは常に同じ値が得られる。対応前と対応後には同じ乱数を用いる。",
    level = "リスクレベル",
    level_text = "リスクレベルは%s（%s）とする。%s%sを超えるリスクは、対応せずに置くことができない。",
  },
  en = {
    inputs = "Inputs",
    inputs_text = "For every risk the events a year and the loss an event are estimated as minimum, likely and maximum. "
      .. "The estimates rest on past records, published cases and the cost of recovery; the note gives their grounds.",
    expected = "Expected loss",
    expected_text = "The three values are taken as a PERT distribution with the mean (minimum + 4 × likely + maximum) ÷ 6. "
      .. "The expected loss a year is the mean of the events times the mean of the loss.",
    simulation = "Spread",
    simulation_text = "%s years are simulated (Monte Carlo). For each year a rate is drawn from the PERT distribution of the events, "
      .. "a number of events from the Poisson distribution of that rate, and a loss for every event. Above 30 events a year the sum "
      .. "is drawn from the normal distribution of the same mean and variance. P50, P90 and P95 are the amounts that half of the years, nine in ten and nineteen in "
      .. "twenty stay within, to three digits. The numbers come from the seed (%d) and the id of the risk: the same input always "
      .. "gives the same figures, and both assessments of a risk use the same numbers.",
    level = "Risk level",
    level_text = "The risk level is the figure “%s” (%s). A risk above %s %s may not stay untreated.",
  },
}

local function describe(criteria, language)
  local w = words[language] or words.ja
  local unit, measure, limit = text(criteria.unit, language), text(names[criteria.measure], language), shown(criteria.acceptable)
  local level = string.format(w.level_text, measure, unit, limit, unit)
  return {
    { heading = w.inputs, text = w.inputs_text },
    { heading = w.expected, text = w.expected_text },
    { heading = w.simulation, text = string.format(w.simulation_text, shown(criteria.trials), criteria.seed) },
    { heading = w.level, text = level },
  }
end

-- Where half of the years may be worse than the level, more stays than by the mean.
local function looser(criteria, defaults)
  local found = assessment.looser(criteria, defaults)
  if criteria.measure == "p50" and defaults.measure ~= "p50" then
    found[#found + 1] = { at = "measure", from = defaults.measure, to = criteria.measure }
  end
  return found
end

return {
  name = "quantitative",
  title = { ja = "発生回数と損失額による定量的な方法", en = "quantitative: frequency and loss" },
  describe = describe,
  defaults = defaults,
  validate = validate,
  asset = assessment.asset,
  assess = assess,
  acceptable = function(figures, criteria) return figures.level <= criteria.acceptable end,
  looser = looser,
  bands = assessment.bands,
  columns = { { "frequency", names.frequency }, { "p50", names.p50 }, { "p90", names.p90 }, { "p95", names.p95 } },
  exceedance = exceedance,
}

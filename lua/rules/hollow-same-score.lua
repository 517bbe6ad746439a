rule "hollow-same-score" {
  severity = "warning", clause = "6.1.2",
  text = { ja = "{count}件のリスクの一次評価が、すべて同じ値（{level}）です", en = "all {count} risks have the same first level ({level})" },
  check = function(isms, report)
    local count, level, first = 0, nil, nil
    for _, risk in ipairs(isms.risks) do
      local figures = risk.figures and risk.figures.first
      if figures then
        if level and figures.level ~= level then return end
        level, first, count = figures.level, first or risk, count + 1
      end
    end
    if count >= setting("same-score-limit") then report { record = first, at = "first", count = count, level = level } end
  end,
  why = { ja = "差のない評価からは優先順位が生まれない。", en = "Levels that do not differ set no priorities." },
  fix = { ja = "リスクごとに脅威と脆弱性を評価し直してください", en = "assess threat and vulnerability of each risk" },
}

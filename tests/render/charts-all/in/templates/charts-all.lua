-- Every kind of chart but those of the case `charts`; the structure holds their text alternatives.
return document "charts-all" {
  title = { ja = "図の種類" }, group = "4", order = 1,
  body = function(isms, d)
    d:heat_maps(isms.risks)
    d:heat_movement(isms.risks, "移動")
    d:target_bar({ { title = "識別", value = 2, target = 3 }, { title = "防御", value = 3, target = 3 } }, { max = 4, caption = "現状と目標" })
    d:radar({ "統治", "識別", "防御", "検知", "対応", "復旧" }, { { title = "現状", values = { 1, 2, 3, 2, 1, 0 } }, { title = "目標", values = { 3, 3, 3, 3, 2, 2 } } }, { max = 4, caption = "プロファイル" })
    d:time_series({ { date = "2026-04-01", value = 96.5 }, { date = "2026-07-01", value = 93 }, { date = "2026-10-01", value = 97 } }, { target = 95, direction = "at-least", caption = "稼働率" })
    d:organization_chart(isms.roles, { caption = "体制" })
    d:exceedance_curves({ { title = "対応前", points = { { probability = 0.9, loss = 10 }, { probability = 0.5, loss = 120 }, { probability = 0.1, loss = 900 }, { probability = 0.01, loss = 4000 } } },
      { title = "現状", points = { { probability = 0.9, loss = 5 }, { probability = 0.5, loss = 60 }, { probability = 0.1, loss = 300 }, { probability = 0.01, loss = 1500 } } } }, "万円", { caption = "損失超過曲線" })
    local start = d:fiscal_year_start("2026-10-15")
    local columns = { { "activity", 200 } }
    for _, column in ipairs(d:month_columns(start, function(x) return d:schedule(x.planned, x.done) end)) do columns[#columns + 1] = column end
    d:table(isms.activities, columns, { caption = "年間" })
  end,
}

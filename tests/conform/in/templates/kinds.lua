-- Every kind of block, empty ones and odd nestings among them.
return document "kinds" {
  title = { ja = "塊の見本", en = "Blocks" }, group = "4", order = 1,
  body = function(isms, d)
    d:cover { rows = { { "見出し", "語" }, { "空", nil } } }
    d:overview { "前書き。", figures = { { 93, { ja = "管理策", en = "controls" }, tone = "low" } }, contents = true }
    d:section("表", function()
      d:form({
        { { "縦", header = true, rows = 2, vertical = true }, { "横", header = true, span = 2 } },
        { { "", blank = true }, { "右", rows = 2 } },
        { { "下", span = 2 } },
      })
      d:table({}, { { "id", title = "番号" } }, { empty = "なし", caption = "空の表" })
      local rows = {}
      for i = 1, 90 do rows[i] = { id = "R-" .. i, group = i % 30 == 1 and "群" .. i or nil } end
      d:table(rows, {
        { function(row) return row.id end, title = "番号", group = "左" },
        { function(row) return d:url("https://example.org/" .. row.id) end, title = "リンク", group = "左" },
        { function() return nil end, title = "縦", vertical = true },
      }, { caption = "長い表", group = function(row) return row.id == "R-1" and "前" or row.id == "R-40" and "後" or nil end, total = { "計", "90", "" } })
      d:fields { { "会場", "会議室" }, { "出席者", nil } }
      d:signatures { { role = "作成", name = "佐藤", date = "2026-10-01" }, { role = "確認" } }
    end)
    d:section("図", { landscape = true }, function()
      d:image("images/network.svg", "図の説明", "図の題")
      d:image("images/network.svg", "", "題だけの図")
      d:image("images/network.svg")
      d:drawing { width = 9000, height = 3000, alt = "線", shapes = { { "line", x = 0, y = 0, x2 = 9000, y2 = 3000, role = "axis" } } }
      d:drawing { width = 9000, height = 3000, shapes = { { "text", x = 100, y = 1500, text = "語だけの図" } } }
      d:drawing { width = 9000, height = 3000, caption = "題のある図", shapes = { { "circle", x = 1000, y = 1500, width = 500, role = "series", series = 1 } } }
      d:time_series({ { date = "2026-01-01", value = 1 }, { date = "2026-02-01", value = 3 } }, { target = 2, direction = "at-least", caption = "推移" })
      d:heat_maps(isms.risks)
      d:organization_chart(isms.roles)
    end)
    d:section("並び", function()
      d:side_by_side(function() d:paragraph("左") d:list { "一", { "二", d:br(), "三" } } end, function() d:callout("high", "右の注意") end)
      d:callout("low", function() d:paragraph("段落") d:list({ "一", "二" }, { ordered = true }) end)
      d:key_figures { { 5, "件", tone = "high" }, { "2", "件" } }
      d:note("注")
      d:lead("導入")
      d:prose(nil)
      d:list {}
      d:paragraph()
      d:rule()
      d:paragraph(d:ref(isms.people[1]), d:soft("薄い"), d:status("状態", "high"), d:missing(), d:url("https://example.org/日本語"))
      d:change_history()
      d:due_table(d:due(30))
    end)
    d:section("空の節", function() end)
    d:section("", { unnumbered = true }, function() d:paragraph("題のない節") end)
  end,
}

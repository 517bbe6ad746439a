return document "structure" {
  title = { ja = "構造の見本" }, group = "4", order = 1,
  body = function(isms, d)
    d:section("一覧", function()
      d:table({ { "R-001", "更新", 3 }, { "R-002", "退職", 5 } }, {
        { function(row) return row[1] end, 0, title = "番号", content = "id" },
        { function(row) return row[2] end, 600, title = "内容", group = "内訳" },
        { function(row) return tostring(row[3]) end, 0, title = "件数", content = "number", group = "内訳" },
      }, { caption = "見出しのある表", total = { { "計", header = true, span = 2 }, { "8" } } })
      d:drawing { width = 8000, height = 4000, alt = "一つの箱", caption = "図の代わりの文", shapes = { { "rectangle", x = 0, y = 0, width = 7000, height = 3000, role = "box", text = "箱" } } }
      d:table(isms.trainings, { { "id", 200 }, { "name", 800 } }, { caption = "別の言語の文言" })
    end)
  end,
}

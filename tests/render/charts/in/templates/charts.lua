return document "charts" {
  title = { ja = "組版の見本" }, group = "4", order = 1,
  body = function(isms, d)
    d:section("図")
    d:stacked_bar({ { title = "実施", tone = "good" }, { title = "一部", tone = "medium" }, { title = "未実施", tone = "high" } },
      { { title = "組織的管理策", values = { 30, 5, 2 } }, { title = "人的管理策", values = { 6, 2, 0 } } }, { caption = "実施の状況" })
    d:stacked_bar({ { title = "実施", tone = "good" }, { title = "一部", tone = "medium" } },
      { { title = "システム及びネットワークのセキュリティ", values = { 90, 1 } }, { title = "セキュリティ", values = { 0, 2 } } }, { caption = "二行の見出しと小さい値" })
    d:time_series({ { date = "2026-04-30", value = 3 }, { date = "2026-05-31", value = 0 }, { date = "2026-06-30", value = 5 }, { date = "2026-07-31", value = 1 } },
      { target = 1, direction = "at-most", caption = "件数の推移" })
    d:time_series({ { date = "2026-04-30", value = 98.7 }, { date = "2026-06-30", value = 93.5 } }, { target = 95, direction = "at-least", caption = "割合の推移" })
    d:radar({ "統治", "識別", "防御" }, { { title = "現状", values = { 1, 2, 3 } }, { title = "目標", values = { 3, 3, 3 } } }, { max = 4, caption = "ティア" })
    d:target_bar({ { title = "総務部：重要なリスクを3つ以上答えた者の割合の測定", value = 110, target = 100, figures = "88% / 80%" }, { title = "営業部", value = 50, target = 100 } }, { caption = "達成" })
    d:gantt({
      { id = "T-1", task = "全社の持出し用パソコンの記憶装置を暗号化し、復旧の鍵を情報システム課で保管する", planned_start = "2026-04-01", planned_end = "2026-09-30", actual_start = "2026-05-01", actual_end = "2026-10-01" },
      { id = "T-3", task = "点検", planned_start = "2026-04-01", planned_end = "2026-06-30", actual_start = "2026-05-10" },
      { id = "T-2", task = "教育", planned_start = "2026-07-01", planned_end = "2027-03-31", actual_start = "2026-07-10" },
    }, { caption = "計画" })
    d:drawing { width = 20000, height = 6000, alt = "二つの箱と矢印", caption = "構成", shapes = {
      { "rectangle", x = 0, y = 1000, width = 7000, height = 3000, role = "box", text = "社内LAN" },
      { "line", x = 7000, y = 2500, x2 = 13000, y2 = 2500, role = "connector" },
      { "rectangle", x = 13000, y = 1000, width = 7000, height = 3000, role = "box", text = "DMZ", tone = "medium" },
      { "circle", x = 9000, y = 4200, width = 1500, height = 1500, role = "series" },
      { "polygon", points = { { 15000, 5800 }, { 16500, 4500 }, { 18000, 5800 } }, role = "area" },
      { "text", x = 10000, y = 800, text = "防火壁", align = "center", role = "label" } } }
  end,
}

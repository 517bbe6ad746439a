return document "charts" {
  title = { ja = "組版の見本" }, group = "4", order = 1,
  body = function(isms, d)
    d:section("図")
    d:stacked_bar({ { title = "実施", tone = "good" }, { title = "一部", tone = "medium" }, { title = "未実施", tone = "high" } },
      { { title = "組織的管理策", values = { 30, 5, 2 } }, { title = "人的管理策", values = { 6, 2, 0 } } }, { caption = "実施の状況" })
    d:gantt({
      { id = "T-1", title = "暗号化", planned_start = "2026-04-01", planned_end = "2026-09-30", actual_start = "2026-05-01", actual_end = "2026-10-01" },
      { id = "T-2", title = "教育", planned_start = "2026-07-01", planned_end = "2027-03-31", actual_start = "2026-07-10" },
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

-- Content at the top, in the middle and at the foot of cells; spans of rows and columns over the end of a page; rows higher than a page.
return document "table-places" {
  title = { ja = "欄の中の位置" }, group = "4", order = 1,
  body = function(isms, d)
    d:form({
      { { "既定", header = true }, { "上", valign = "top" }, { "中", valign = "middle" }, { "下", valign = "bottom", align = "right" }, { ("三行になる文章である。"):rep(5) } },
      { { "見出しの中", header = true, valign = "middle", rows = 2 }, { "一" }, { "二", rows = 2, valign = "bottom" }, { "三", span = 2 } },
      { { "四" }, { "", blank = true, span = 2 } },
    }, { columns = { { 0 }, { 0 }, { 0 }, { 0 }, { 500 } }, caption = "上下の配置" })
    local rows = {}
    for i = 1, 42 do
      rows[i] = i % 6 == 1 and { { ("区分%d"):format(i // 6 + 1), rows = 6 }, { ("R-%03d"):format(i) }, { ("内容の文章である。"):rep(i % 5 + 1) }, { tostring(i) } }
        or i % 6 == 3 and { { "二列にわたる見出し", span = 2, align = "center" }, { "計" } }
        or { { ("R-%03d"):format(i) }, { ("内容の文章である。"):rep(i % 5 + 1) }, { tostring(i * 1000) } }
    end
    d:form(rows, { columns = { { 0 }, { 0, "id" }, { 600 }, { 0, "number" } }, caption = "頁をまたぐ結合" })
    d:form({
      { { "大", header = true, rows = 2 }, { "中", header = true, rows = 2 }, { ("頁より高い行の文章である。"):rep(240) } },
      { { "次の行" } },
    }, { columns = { { 0 }, { 0 }, { 800 } }, caption = "高い行" })
  end,
}

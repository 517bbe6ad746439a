return document "table-pages" {
  title = { ja = "組版の見本" }, group = "4", order = 1,
  body = function(isms, d)
    d:section("一覧")
    local rows = {}
    for r = 1, 48 do rows[r] = { ("R-%03d"):format(r), r % 3 == 0 and "退職者のアカウントが残っている" or "更新が止まっている", r % 4 } end
    rows[20][2] = ("長い行は頁をまたいで分かれる。前の頁に入るだけを入れ、残りは次の頁に続ける。"):rep(40)
    d:table(rows, {
      { function(row) return row[1] end, 0, title = "番号", content = "id" },
      { function(row) return row[2] end, 700, title = "内容" },
      { function(row) return tostring(row[3]) end, 0, title = "件数", content = "number" },
    }, { caption = "頁をまたぐ表", total = { { "計", header = true, span = 2 }, { "72", align = "center" } } })
  end,
}

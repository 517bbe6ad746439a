return document "table-wide" {
  title = { ja = "組版の見本" }, group = "4", order = 1, page = "landscape",
  body = function(isms, d)
    d:section("台帳")
    local columns, rows = {}, {}
    for i = 1, 20 do
      local content = i == 1 and "id" or i % 5 == 0 and "number" or i % 7 == 0 and "date" or i % 4 == 0 and "name" or "prose"
      columns[i] = { function(row) return row[i] end, 0, title = i == 1 and "番号" or ("項目の見出し%d"):format(i),
        content = content, group = (i > 3 and i < 8) and "取扱い" or nil }
    end
    for r = 1, 6 do
      rows[r] = {}
      for i = 1, 20 do
        rows[r][i] = i == 1 and ("A-%03d"):format(r) or i % 5 == 0 and tostring(r * i) or i % 7 == 0 and "2026-10-15"
          or i % 4 == 0 and "製造部" or r % 2 == 0 and "施錠した棚に保管する" or "社内のみ"
      end
    end
    d:table(rows, columns, { caption = "二十列の台帳" })
  end,
}

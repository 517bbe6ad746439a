return document "table-spans" {
  title = { ja = "組版の見本" }, group = "4", order = 1,
  body = function(isms, d)
    d:section("書式")
    d:form({
      { { "区分", header = true, rows = 3 }, { "項目", header = true }, { "内容", header = true, span = 2 } },
      { { "資産", header = true }, { "顧客の図面", tone = "high" }, { "重要度3", align = "center" } },
      { { "措置", header = true }, { "暗号化し、持出しを記録する", span = 2 } },
      { { "確認", header = true, vertical = true, rows = 2 }, { "日付", header = true }, { "", blank = true, span = 2 } },
      { { "所見", header = true }, { d:box(true), " 適合　", d:box(false), " 不適合", span = 2 } },
    }, { columns = { 0, { 160 }, { 600 }, { 0, "status" } }, caption = "結合のある書式" })
  end,
}

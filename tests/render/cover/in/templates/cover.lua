return document "cover" {
  title = { ja = "組版の見本" }, group = "4", order = 1,
  body = function(isms, d)
    d:cover { rows = { { "配布先", "情報セキュリティ委員会、各部門長" } } }
    d:overview { "本書は、組版の見本である。", figures = { { 93, "管理策" }, { 4, "未実施", tone = "high" } }, contents = true,
      body = function() d:callout("medium", "改訂までの間は、附則の経過措置による。") end }
    d:section("本文")
    d:paragraph("本文を置く。")
  end,
}

return document "forms" {
  title = { ja = "組版の見本" }, group = "4", order = 1,
  body = function(isms, d)
    d:section("是正要求書兼回答書")
    d:form({
      { { "入力情報", header = true, rows = 2 }, { "発生源", header = true },
        { d:box(true), "\u{A0}内部監査における指摘　", d:box(false), "\u{A0}外部審査における指摘　", d:box(false), "\u{A0}その他" }, { "10-20 伊藤", rows = 2, align = "center" } },
      { { "内容", header = true }, "退職した従業員2名のアカウントが、退職日から30日を過ぎても有効であった。" },
      { { "処置計画", header = true }, { "原因", header = true }, { "", blank = true }, { "", blank = true } },
    }, { columns = { { 0, "name" }, { 160 }, { 840 }, { 0, "date" } } })
    d:form({
      { { "実施報告", header = true }, "完了した。", { "2026-10-20", d:br(), "伊藤", seal = true, align = "center" }, { "", seal = true } },
      { { "処置確認", header = true, rows = 2 }, "現地で確認した。", { "2026-10-27", d:br(), "加藤", seal = true, rows = 2, align = "center" }, { "", seal = true, rows = 2 } },
      { "効果があった。" },
    }, { columns = { 130, 550, 160, 160 } })
    d:signatures { { role = "作成", name = "佐藤", date = "2026-10-01" }, { role = "確認" }, { role = "承認" } }
    d:fields { { "会場", "第一会議室" }, { "出席者", nil } }
  end,
}

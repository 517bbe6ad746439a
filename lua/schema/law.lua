return {
  name = "law", plural = "laws", shape = "list", clause = "5.31",
  title = { ja = "法令・契約", en = "Law or contract" }, title_field = "name",
  files = { "laws.yaml", "laws.csv" },
  fields = {
    { "id", "id", required = true, title = { ja = "番号", en = "ID" } },
    { "name", "text", required = true, title = { ja = "法令・規制・契約", en = "Law, regulation, contract" } },
    { "duty", "text", required = true, title = { ja = "順守する事項", en = "Duty" } },
    { "documents", "list", of = { "ref", to = { "document" } }, title = { ja = "対応する文書", en = "Documents" } },
    { "owner", "ref", to = { "person" }, required = true, title = { ja = "管理責任者", en = "Owner" } },
    { "checked", "date", title = { ja = "最終確認日", en = "Last checked" } },
    { "changed", "text", title = { ja = "改正の有無", en = "Changes" } },
  },
}

return {
  name = "role", plural = "roles", shape = "list", clause = "5.3",
  title = { ja = "役割", en = "Role" }, title_field = "name",
  files = { "roles.yaml", "roles.csv" },
  fields = {
    { "id", "id", required = true, title = { ja = "番号", en = "ID" } },
    { "name", "text", required = true, title = { ja = "役割", en = "Role" } },
    { "holder", "list", of = { "ref", to = { "person" } }, required = true, title = { ja = "担当者", en = "Holder" } },
    { "reports_to", "ref", to = { "role" }, title = { ja = "報告先", en = "Reports to" } },
    { "responsibilities", "text", title = { ja = "責任", en = "Responsibilities" } },
    { "authorities", "text", title = { ja = "権限", en = "Authorities" } },
  },
}

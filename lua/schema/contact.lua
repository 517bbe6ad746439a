return {
  name = "contact", plural = "contacts", shape = "list", clause = "5.5",
  title = { ja = "連絡先", en = "Contact" }, title_field = "name",
  files = { "contacts.yaml", "contacts.csv" },
  fields = {
    { "id", "id", required = true, title = { ja = "番号", en = "ID" } },
    { "type", "enum", required = true, title = { ja = "区分", en = "Kind" }, values = {
      { "authority", ja = "関係当局", en = "Authority" }, { "group", ja = "専門組織", en = "Special interest group" },
      { "emergency", ja = "緊急連絡先", en = "Emergency" } } },
    { "name", "text", required = true, title = { ja = "名称", en = "Name" } },
    { "purpose", "text", required = true, title = { ja = "目的", en = "Purpose" } },
    { "means", "text", required = true, title = { ja = "連絡方法", en = "Means" } },
    { "url", "string", title = { ja = "URL", en = "URL" } },
    { "owner", "ref", to = { "person" }, title = { ja = "担当", en = "Owner" } },
    { "checked", "date", title = { ja = "最終確認日", en = "Last checked" } },
  },
}

-- A document of somebody else that the ISMS relies on: a standard, a guideline, a customer's requirements.
return {
  name = "external", plural = "externals", shape = "list", clause = "7.5.3",
  title = { ja = "外部文書", en = "External document" }, title_field = "title",
  files = { "external-documents.yaml", "external-documents.csv" },
  fields = {
    { "id", "id", required = true, title = { ja = "番号", en = "ID" } },
    { "title", "text", required = true, title = { ja = "文書名", en = "Document" } },
    { "publisher", "text", required = true, title = { ja = "発行者", en = "Publisher" } },
    { "edition", "string", title = { ja = "版・発行年", en = "Edition" } },
    { "use", "text", title = { ja = "用途", en = "Used for" } },
    { "location", "text", title = { ja = "保管場所", en = "Kept at" } },
    { "owner", "ref", to = { "person" }, required = true, title = { ja = "管理責任者", en = "Owner" } },
    { "checked", "date", title = { ja = "最新版の確認日", en = "Edition checked" } },
    { "documents", "list", of = { "ref", to = { "document" } }, title = { ja = "参照する文書", en = "Documents that use it" } },
  },
}

return {
  name = "approval", plural = "approvals", shape = "list", clause = "7.5",
  title = { ja = "承認", en = "Approval" }, title_field = "id",
  files = { "approvals.yaml", "approvals.csv", "approvals/**.yaml" },
  fields = {
    { "id", "id", required = true, title = { ja = "番号", en = "ID" } },
    { "document", "ref", to = { "document", "edition" }, required = true, title = { ja = "文書", en = "Document" } },
    { "version", "string", required = true, title = { ja = "版", en = "Version" } },
    { "role", "enum", required = true, title = { ja = "役割", en = "Role" }, values = {
      { "author", ja = "作成", en = "Author" }, { "reviewer", ja = "確認", en = "Reviewer" }, { "approver", ja = "承認", en = "Approver" } } },
    { "person", "ref", to = { "person" }, required = true, title = { ja = "氏名", en = "Name" } },
    { "date", "date", required = true, title = { ja = "日付", en = "Date" } },
    { "hash", "string", title = { ja = "内容のハッシュ", en = "Content hash" } },
  },
}

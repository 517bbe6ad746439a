-- One generated document as the organisation controls it: number, version, classification, history.
return {
  name = "edition", plural = "editions", shape = "nested", clause = "7.5",
  title = { ja = "発行文書", en = "Issued document" }, title_field = "id",
  fields = {
    { "id", "id", required = true, title = { ja = "文書", en = "Document" } },
    { "number", "string", title = { ja = "文書番号", en = "Number" } },
    { "title", "text", title = { ja = "表題", en = "Title" } },
    { "version", "string", title = { ja = "版", en = "Version" } },
    { "classification", "string", title = { ja = "区分", en = "Classification" } },
    { "issued", "date", title = { ja = "制定日", en = "First issued" } },
    { "revised", "date", title = { ja = "改訂日", en = "Revised" } },
    { "author", "ref", to = { "person" }, title = { ja = "作成", en = "Author" } },
    { "reviewer", "ref", to = { "person" }, title = { ja = "確認", en = "Reviewer" } },
    { "approver", "ref", to = { "person" }, title = { ja = "承認", en = "Approver" } },
    { "history", "list", title = { ja = "改訂履歴", en = "Change history" }, of = { "map", fields = {
      { "version", "string", required = true, title = { ja = "版", en = "Version" } },
      { "date", "date", required = true, title = { ja = "日付", en = "Date" } },
      { "change", "text", required = true, title = { ja = "変更の内容", en = "Change" } },
      { "approver", "ref", to = { "person" }, title = { ja = "承認", en = "Approved by" } },
    } } },
    { "order", "integer", min = 0, title = { ja = "並び順", en = "Order" },
      help = { ja = "小さいほど前。既定は docs/documents.md の順", en = "smaller comes first; by default the order of docs/documents.md" } },
    { "always", "boolean", title = { ja = "記録がなくても出力", en = "Made even without records" } },
    { "omit", "boolean", title = { ja = "出力しない", en = "Not made" } },
  },
}

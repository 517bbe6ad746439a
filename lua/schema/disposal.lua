return {
  name = "disposal", plural = "disposals", shape = "list", clause = "8.10",
  title = { ja = "廃棄", en = "Disposal" }, title_field = "what",
  files = { "disposals.yaml", "disposals.csv" },
  fields = {
    { "id", "id", required = true, title = { ja = "番号", en = "ID" } },
    { "what", "text", required = true, title = { ja = "廃棄するもの", en = "What" } },
    { "retention", "ref", to = { "retention" }, title = { ja = "記録の種類", en = "Record type" } },
    { "asset", "ref", to = { "asset" }, title = { ja = "情報資産", en = "Asset" } },
    { "started", "date", title = { ja = "起算日", en = "Start event on" } },
    { "date", "date", title = { ja = "廃棄日", en = "Disposed" } },
    { "how", "text", title = { ja = "方法", en = "How" } },
    { "by", "ref", to = { "person" }, title = { ja = "実施者", en = "By" } },
    { "proof", "text", title = { ja = "証明", en = "Proof" } },
  },
}

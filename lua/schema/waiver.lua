-- A finding the organisation accepts for a time, with its reason; listed in the documents.
return {
  name = "waiver", plural = "waivers", shape = "nested",
  title = { ja = "免除", en = "Waiver" }, title_field = "id",
  fields = {
    { "id", "id", required = true, title = { ja = "番号", en = "ID" } },
    { "rule", "string", required = true, title = { ja = "規則", en = "Rule" } },
    { "record", "string", title = { ja = "対象", en = "Record" } },
    { "reason", "text", required = true, title = { ja = "理由", en = "Reason" } },
    { "approved_by", "ref", to = { "person" }, required = true, title = { ja = "承認者", en = "Approved by" } },
    { "until", "date", required = true, title = { ja = "期限", en = "Until" } },
  },
}

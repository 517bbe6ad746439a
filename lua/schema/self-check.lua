return {
  name = "self-check", plural = "self_checks", shape = "file",
  title = { ja = "自社診断", en = "Self-check" }, title_field = "id",
  files = { "self-check.yaml", "self-check/**.yaml" },
  fields = {
    { "id", "id", required = true, title = { ja = "番号", en = "ID" } },
    { "date", "date", required = true, title = { ja = "診断日", en = "Date" } },
    { "by", "ref", to = { "person" }, title = { ja = "診断者", en = "By" } },
    { "answers", "list", required = true, title = { ja = "回答", en = "Answers" }, of = { "map", fields = {
      { "question", "integer", min = 1, max = 25, required = true, title = { ja = "No", en = "No." } },
      { "answer", "enum", required = true, title = { ja = "回答", en = "Answer" }, values = {
        { "yes", ja = "実施している", en = "Done" }, { "partly", ja = "一部実施している", en = "Partly" },
        { "no", ja = "実施していない", en = "Not done" }, { "unknown", ja = "わからない", en = "Do not know" } } },
      { "comment", "text", title = { ja = "備考", en = "Comment" } },
    } } },
    { "comment", "text", title = { ja = "所見", en = "Comment" } },
  },
}

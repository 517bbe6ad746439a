-- A policy, standard, procedure or manual: a Markdown file with front matter.
return {
  name = "document", plural = "documents", shape = "markdown", clause = "7.5",
  title = { ja = "文書", en = "Document" }, title_field = "title",
  files = { "policies/**.md", "procedures/**.md", "standards/**.md", "manual/**.md" },
  fields = {
    { "id", "id", required = true, title = { ja = "文書番号", en = "Number" } },
    { "title", "text", required = true, title = { ja = "表題", en = "Title" } },
    { "subtitle", "text", title = { ja = "副題", en = "Subtitle" } },
    { "language", "enum", values = { { "ja", ja = "日本語", en = "Japanese" }, { "en", ja = "英語", en = "English" } },
      title = { ja = "言語", en = "Language" } },
    { "level", "enum", required = true, title = { ja = "階層", en = "Level" }, values = {
      { "policy", ja = "方針", en = "Policy" }, { "manual", ja = "マニュアル", en = "Manual" },
      { "standard", ja = "規程・対策基準", en = "Standard" }, { "procedure", ja = "手順書", en = "Procedure" } } },
    { "version", "string", required = true, title = { ja = "版", en = "Version" } },
    { "classification", "string", title = { ja = "区分", en = "Classification" } },
    { "owner", "ref", to = { "person" }, title = { ja = "管理責任者", en = "Owner" } },
    { "author", "ref", to = { "person" }, required = true, title = { ja = "作成", en = "Author" } },
    { "reviewer", "ref", to = { "person" }, title = { ja = "確認", en = "Reviewer" } },
    { "approver", "ref", to = { "person" }, title = { ja = "承認", en = "Approver" } },
    { "issued", "date", title = { ja = "制定日", en = "First issued" } },
    { "approved", "date", title = { ja = "承認日", en = "Approved" } },
    { "next_review", "date", title = { ja = "次回見直し", en = "Next review" } },
    { "clauses", "list", of = { "ref", to = { "clause" } }, title = { ja = "箇条", en = "Clauses" } },
    { "controls", "list", of = { "ref", to = { "control" } }, title = { ja = "管理策", en = "Controls" } },
    { "related", "list", of = { "ref", to = { "document" } }, title = { ja = "関連文書", en = "Related documents" } },
    { "history", "list", title = { ja = "改訂履歴", en = "Change history" }, of = { "map", fields = {
      { "version", "string", required = true, title = { ja = "版", en = "Version" } },
      { "date", "date", required = true, title = { ja = "日付", en = "Date" } },
      { "change", "text", required = true, title = { ja = "変更の内容", en = "Change" } },
      { "approver", "ref", to = { "person" }, title = { ja = "承認", en = "Approved by" } },
    } } },
  },
}

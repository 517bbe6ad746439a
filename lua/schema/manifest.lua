-- tekigo.yaml: the organisation, its method and criteria, the documents it wants, its choices about rules.
return {
  name = "manifest", plural = "manifest", shape = "single",
  title = { ja = "設定", en = "Manifest" },
  files = { "tekigo.yaml" },
  fields = {
    { "organization", "map", required = true, title = { ja = "組織", en = "Organization" }, fields = {
      { "name", "text", required = true, title = { ja = "名称", en = "Name" } },
      { "address", "text", title = { ja = "所在地", en = "Address" } },
      { "business", "text", title = { ja = "事業内容", en = "Business" } },
      { "employees", "integer", min = 1, title = { ja = "従業員数", en = "Employees" } },
      { "top_management", "ref", to = { "person" }, title = { ja = "トップマネジメント", en = "Top management" } },
      { "standard", "string", title = { ja = "準拠規格", en = "Standard" } },
      { "certification_body", "text", title = { ja = "認証機関", en = "Certification body" } },
      { "certificate", "string", title = { ja = "認証番号", en = "Certificate number" } },
      { "fiscal_year_start", "integer", min = 1, max = 12, title = { ja = "年度の開始月", en = "Fiscal year starts in month" } },
      { "classifications", "list", of = { "string" }, title = { ja = "文書の区分", en = "Classification labels" } },
      { "logo", "file", title = { ja = "ロゴ", en = "Logo" } },
    } },
    { "languages", "list", of = { "enum", values = { { "ja", ja = "日本語", en = "Japanese" }, { "en", ja = "英語", en = "English" } } },
      title = { ja = "言語", en = "Languages" } },
    { "date", "date", title = { ja = "基準日", en = "Date of the build" } },
    { "theme", "string", title = { ja = "体裁", en = "Theme" } },
    { "risk", "map", title = { ja = "リスクアセスメントの方法", en = "Risk assessment method" }, fields = {
      { "method", "string", title = { ja = "手法", en = "Method" } },
      { "criteria", "any", title = { ja = "基準", en = "Criteria" } },
    } },
    { "documents", "records", of = "edition", title = { ja = "発行する文書", en = "Documents issued" } },
    { "rules", "any", title = { ja = "規則の重大度", en = "Severity of rules" },
      help = { ja = "規則id: error / warning / note / off", en = "rule id: error / warning / note / off" } },
    { "waivers", "records", of = "waiver", title = { ja = "指摘の免除", en = "Waivers" } },
    { "settings", "any", title = { ja = "規則の設定値", en = "Settings of rules" } },
  },
}

-- A row of the Statement of Applicability: what the organisation decided about a control of Annex A or one of its own.
return {
  name = "control", plural = "controls", shape = "list", clause = "6.1.3",
  title = { ja = "管理策", en = "Control" }, title_field = "title",
  files = { "soa.yaml", "soa.csv", "soa/**.yaml", "soa/**.csv" },
  catalog = "lua/catalogs/annex-a.yaml", catalog_list = "controls",
  fields = {
    { "id", "id", required = true, title = { ja = "番号", en = "No." } },
    { "title", "text", required = true, from_catalog = true, title = { ja = "管理策", en = "Control" } },
    { "theme", "enum", required = true, from_catalog = true, title = { ja = "区分", en = "Theme" }, values = {
      { "organizational", ja = "組織的管理策", en = "Organizational controls" },
      { "people", ja = "人的管理策", en = "People controls" },
      { "physical", ja = "物理的管理策", en = "Physical controls" },
      { "technological", ja = "技術的管理策", en = "Technological controls" } } },
    { "new_in_2022", "boolean", from_catalog = true, title = { ja = "2022年新規", en = "New in 2022" } },
    { "control_type", "list", of = { "string" }, from_catalog = true, title = { ja = "管理策タイプ", en = "Control type" } },
    { "security_properties", "list", of = { "string" }, from_catalog = true, title = { ja = "情報セキュリティ特性", en = "Security properties" } },
    { "cybersecurity_concepts", "list", of = { "string" }, from_catalog = true, title = { ja = "サイバーセキュリティ概念", en = "Cybersecurity concepts" } },
    { "operational_capabilities", "list", of = { "string" }, from_catalog = true, title = { ja = "運用機能", en = "Operational capabilities" } },
    { "security_domains", "list", of = { "string" }, from_catalog = true, title = { ja = "セキュリティドメイン", en = "Security domains" } },
    { "applicable", "boolean", required = true, title = { ja = "適用", en = "Applicable" } },
    { "status", "enum", title = { ja = "実施状況", en = "Status" }, values = {
      { "implemented", ja = "実施", en = "Implemented" },
      { "partly", ja = "一部実施", en = "Partly", tone = "medium" },
      { "not", ja = "未実施", en = "Not yet", tone = "high" } } },
    { "basis", "list", title = { ja = "採用の根拠", en = "Basis" }, of = { "enum", values = {
      { "risk", ja = "リスク", en = "Risk" }, { "law", ja = "法令", en = "Law" }, { "contract", ja = "契約", en = "Contract" },
      { "business", ja = "事業", en = "Business" }, { "baseline", ja = "基本対策", en = "Baseline" } } } },
    { "reason", "text", title = { ja = "採用又は除外の理由", en = "Reason" } },
    { "documents", "list", of = { "ref", to = { "document" } }, title = { ja = "規程・手順書", en = "Documents" } },
    { "evidence", "list", of = { "ref", to = { "evidence" } }, title = { ja = "証拠", en = "Evidence" } },
    { "owner", "ref", to = { "person" }, title = { ja = "責任者", en = "Owner" } },
    { "since", "date", title = { ja = "実施日", en = "Since" } },
    { "wording", "text", title = { ja = "自社の管理策", en = "Own wording" } },
    { "change", "enum", title = { ja = "変更の区分", en = "Change" }, values = {
      { "kept", ja = "そのまま", en = "Kept" }, { "reworded", ja = "修正", en = "Reworded" }, { "added", ja = "追加", en = "Added" },
      { "split", ja = "分割", en = "Split" }, { "merged", ja = "統合", en = "Merged" } } },
    { "derived_from", "list", of = { "string" }, title = { ja = "元の項目", en = "Derived from" } },
    { "change_reason", "text", title = { ja = "変更の理由", en = "Reason of the change" } },
    { "obligation", "enum", title = { ja = "必須・推奨", en = "Obligation" }, values = {
      { "must", ja = "必須", en = "Mandatory" }, { "should", ja = "推奨", en = "Recommended" } } },
    { "verification", "text", title = { ja = "技術的検証項目", en = "Technical verification" } },
    { "level", "enum", title = { ja = "実施の水準", en = "Level" }, values = {
      { "plum", ja = "梅", en = "Basic" }, { "bamboo", ja = "竹", en = "Advanced" }, { "pine", ja = "松", en = "Full" } } },
  },
}

return {
  name = "scope", plural = "scopes", shape = "single", clause = "4.3",
  title = { ja = "適用範囲", en = "Scope" }, title_field = "statement",
  files = { "scope.yaml" },
  fields = {
    { "statement", "text", required = true, title = { ja = "適用範囲", en = "Scope statement" } },
    { "boundaries", "map", required = true, title = { ja = "境界", en = "Boundaries" }, fields = {
      { "organizational", "text", required = true, title = { ja = "人的・組織的境界", en = "People and organization" } },
      { "physical", "text", required = true, title = { ja = "物理的境界", en = "Physical" } },
      { "technical", "text", required = true, title = { ja = "技術的境界", en = "Technical" } },
      { "assets", "text", required = true, title = { ja = "資産的境界", en = "Assets" } },
      { "business", "text", required = true, title = { ja = "事業的境界", en = "Business" } },
    } },
    { "sites", "list", title = { ja = "拠点", en = "Sites" }, of = { "map", fields = {
      { "name", "text", required = true, title = { ja = "拠点", en = "Site" } },
      { "address", "text", title = { ja = "所在地", en = "Address" } },
      { "activities", "text", title = { ja = "活動", en = "Activities" } },
    } } },
    { "interfaces", "list", title = { ja = "インタフェース及び依存関係", en = "Interfaces and dependencies" }, of = { "map", fields = {
      { "party", "text", required = true, title = { ja = "相手", en = "With" } },
      { "kind", "text", title = { ja = "内容", en = "What" } },
      { "control", "text", title = { ja = "管理の方法", en = "How it is controlled" } },
    } } },
    { "exclusions", "list", title = { ja = "除外", en = "Exclusions" }, of = { "map", fields = {
      { "what", "text", required = true, title = { ja = "除外するもの", en = "What is excluded" } },
      { "reason", "text", required = true, title = { ja = "理由", en = "Reason" } },
    } } },
    { "drawings", "list", title = { ja = "図面", en = "Drawings" }, of = { "map", fields = {
      { "title", "text", required = true, title = { ja = "表題", en = "Title" } },
      { "file", "file", required = true, title = { ja = "ファイル", en = "File" } },
    } } },
  },
}

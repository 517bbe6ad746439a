return {
  name = "profile", plural = "profiles", shape = "list",
  title = { ja = "CSFプロファイル", en = "CSF profile" }, title_field = "id",
  files = { "csf-profile.yaml", "csf-profile.csv" },
  fields = {
    { "id", "id", required = true, title = { ja = "カテゴリー", en = "Category" } },
    { "current", "integer", min = 1, max = 4, required = true, title = { ja = "現状", en = "Current tier" } },
    { "target", "integer", min = 1, max = 4, required = true, title = { ja = "目標", en = "Target tier" } },
    { "evidence", "text", title = { ja = "根拠", en = "Evidence" } },
    { "action", "text", title = { ja = "差を埋める処置", en = "Action to close the gap" } },
    { "owner", "ref", to = { "person" }, title = { ja = "責任者", en = "Owner" } },
    { "due", "date", title = { ja = "期限", en = "Due" } },
  },
}

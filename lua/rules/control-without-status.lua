rule "control-without-status" {
  severity = "error", clause = "6.1.3",
  text = { ja = "採用した管理策 {id} に実施状況がありません", en = "included control {id} has no status" },
  each = "control",
  check = function(control) return not control.applicable or control.status ~= nil end,
  at = "status",
  why = { ja = "適用宣言書は、採用した管理策を実施しているかどうかも示す。", en = "The statement also says whether each included control is in place." },
  fix = { ja = "status に implemented・partly・not のいずれかを書いてください", en = "set status to implemented, partly or not" },
}

rule "control-change-without-reason" {
  severity = "warning", clause = "6.1.3",
  text = { ja = "管理策 {id} を「{change}」としていますが、変更の理由がありません", en = "control {id} is {change}, without a reason of the change" },
  each = "control",
  check = function(control) return control.change == nil or control.change == "kept" or present(control.change_reason) end,
  at = "change",
  why = { ja = "監査人と後任の担当者は、元の管理策をなぜ変えたのかを知る必要がある。", en = "Auditors and successors need to know why the control differs from its source." },
  fix = { ja = "change_reason に理由を書いてください", en = "write the reason in change_reason" },
}

rule "nonconformity-without-cause" {
  severity = "error", clause = "10.2",
  text = { ja = "不適合 {id} は処置を終えていますが、原因がありません", en = "nonconformity {id} is closed without a cause" },
  each = "nonconformity",
  check = function(nonconformity) return not nonconformity.completed or present(nonconformity.cause) end,
  at = "cause",
  why = { ja = "原因を特定しない処置は修正であり、再発を防げない。", en = "Without its cause, a nonconformity is corrected but not prevented." },
  fix = { ja = "cause に、なぜ起きたのかを書いてください", en = "say in cause why it happened" },
}

rule "control-excluded-without-reason" {
  severity = "error", clause = "6.1.3",
  text = { ja = "管理策 {id} を除外していますが、理由がありません", en = "control {id} is excluded without a reason" },
  each = "control",
  check = function(control) return control.applicable ~= false or present(control.reason) end,
  at = "reason",
  why = { ja = "除外が正しいことは、対象となる業務や設備がないことによってしか示せない。", en = "Only the absence of the activity or the equipment justifies an exclusion." },
  fix = { ja = "reason に、対象となる業務・設備・情報がないことを具体的に書いてください",
          en = "say in reason which activity, equipment or information does not exist here" },
}

rule "control-excluded-but-used" {
  severity = "error", clause = "6.1.3",
  text = { ja = "リスク {risk} の対応に使う管理策 {id} が、適用宣言書では除外されています",
           en = "control {id} treats risk {risk}, but the Statement of Applicability excludes it" },
  each = "control",
  check = function(control, report)
    if control.applicable == false then
      for _, risk in ipairs(control:refs("risk")) do report { risk = risk.id, related = risk } end
    end
  end,
  at = "applicable",
  why = { ja = "リスク対応と適用宣言書が食い違えば、どちらかが実態ではない。", en = "If treatment and statement contradict each other, one of them is not true." },
  fix = { ja = "管理策を採用に改めるか、リスク {risk} の対応を見直してください", en = "include the control, or change the treatment of {risk}" },
}

rule "balance-high-risk-only-preventive" {
  severity = "note", clause = "6.1.3",
  text = { ja = "高いリスク {id}（レベル {level}）の管理策は予防だけで、検知・是正の管理策がありません",
           en = "risk {id} (level {level}) is met by preventive controls alone: none detects or corrects" },
  each = "risk",
  check = function(risk, report, isms)
    local first = risk.figures and risk.figures.first
    if not first or isms.method.acceptable(first, isms.method.criteria) or not present(risk.controls) then return end
    for _, control in ipairs(risk.controls) do
      for _, kind in ipairs(control.control_type or {}) do
        if kind == "detective" or kind == "corrective" then return end
      end
    end
    report { level = first.level }
  end,
  at = "controls",
  why = { ja = "予防が破られたときに気づき、立て直す手段がないと、被害は発見されないまま広がる。", en = "If prevention fails and nothing notices or repairs it, the damage spreads unseen." },
  fix = { ja = "ログの監視、インシデント対応、バックアップなどの管理策も検討してください", en = "consider logging, monitoring, incident response or backup as well" },
}

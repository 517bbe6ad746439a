rule "audit-interval" {
  severity = "warning", clause = "9.2",
  text = { ja = "内部監査の間隔が{limit}か月を超えています（{from} の次は {to}）",
           en = "more than {limit} months lie between internal audits ({from}, then {to})" },
  check = function(isms, report)
    local limit = setting("audit-interval-months")
    local audits = isms.audits:where(function(audit) return audit.start ~= nil end):sort(function(a, b) return a.start < b.start end)
    for index, audit in ipairs(audits) do
      local following = audits[index + 1]
      local latest = following and following.start or isms.date
      if add_months(audit.start, limit) < latest then
        report { record = following or audit, at = "start", limit = limit, from = audit.start,
                 to = following and following.start or { ja = "まだ行われていない", en = "none yet" } }
      end
    end
  end,
  why = { ja = "あらかじめ定めた間隔で監査していることが求められる。", en = "Audits are expected at planned intervals." },
  fix = { ja = "監査を行って audits/ に記録するか、設定 audit-interval-months を自社の定めに合わせてください",
          en = "hold the audit and record it under audits/, or set audit-interval-months to your own rule" },
}

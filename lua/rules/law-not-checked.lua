rule "law-not-checked" {
  severity = "warning", clause = "5.31",
  text = { ja = "法令・契約 {id}（{name}）を{limit}か月以上確認していません（最終確認日 {last}）", en = "law or contract {id} ({name}) has not been checked for more than {limit} months (last: {last})" },
  each = "law",
  check = function(law, report, isms)
    local limit = setting("law-check-interval-months")
    if not law.checked or add_months(law.checked, limit) < isms.date then
      report { limit = limit, last = law.checked or { ja = "なし", en = "never" } }
    end
  end,
  at = "checked",
  why = { ja = "法令は改正される。最後にいつ確かめたかを、必ず尋ねられる。", en = "Laws change; when somebody last looked is always asked." },
  fix = { ja = "改正の有無を確かめて checked と changed を改めるか、設定 law-check-interval-months を自社の定めに合わせてください",
          en = "look for changes and set checked and changed, or set law-check-interval-months to your own rule" },
}

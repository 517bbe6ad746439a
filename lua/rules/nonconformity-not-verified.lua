rule "nonconformity-not-verified" {
  severity = "warning", clause = "10.2",
  text = { ja = "不適合 {id} は完了から{late}日たちますが、{what}がありません",
           en = "nonconformity {id} was completed {late} days ago, but has no {what}" },
  each = "nonconformity",
  check = function(nonconformity, report, isms)
    local completed = nonconformity.completed
    if not completed then return end
    local late = days(completed, isms.date)
    if not nonconformity.verified and late > setting("verification-days") then
      report { at = "completed", late = late, what = { ja = "処置の確認", en = "verification" } }
    elseif not nonconformity.effective_date and late > setting("effectiveness-days") then
      report { at = "completed", late = late, what = { ja = "有効性の評価", en = "review of effectiveness" } }
    end
  end,
  why = { ja = "是正処置は、効いたことを確かめて初めて閉じる。", en = "A corrective action closes when it is known to have worked." },
  fix = { ja = "確認した内容と日付を書いてください。まだなら実施してください", en = "record what was verified and when, or do it" },
}

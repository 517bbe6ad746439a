rule "competence-improvement-overdue" {
  severity = "warning", clause = "7.2",
  text = { ja = "力量 {id} の改善（{improvement}）は予定日 {due} を過ぎていますが、確認されていません", en = "competence {id}: the improvement “{improvement}” was due on {due} and is not confirmed" },
  each = "competence",
  check = function(competence, report, isms)
    for index, entry in ipairs(competence.requirements or {}) do
      if entry.improvement_due and not entry.confirmed and entry.improvement_due < isms.date then
        report { at = { "requirements", index, "improvement_due" }, improvement = entry.improvement or entry.requirement, due = entry.improvement_due }
      end
    end
  end,
  why = { ja = "暫定の任命は、改善を確認して初めて正式になる。", en = "A provisional appointment becomes a full one only when the improvement is confirmed." },
  fix = { ja = "改善を確かめて score_after と confirmed を書いてください", en = "confirm the improvement: write score_after and confirmed" },
}

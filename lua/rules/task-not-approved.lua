rule "task-not-approved" {
  severity = "warning", clause = "6.1.3",
  text = { ja = "リスクに対応する実施事項 {id} に、リスク所有者の承認がありません",
           en = "task {id} treats a risk without the approval of a risk owner" },
  each = "task",
  check = function(task, report)
    if not present(task.risks) then return end
    if not task.approved_by then report { at = "risks" } return end
    for _, risk in ipairs(task.risks) do
      if risk.owner == task.approved_by then return end
    end
    report { at = "approved_by" }
  end,
  why = { ja = "リスク対応計画は、対応するリスクのリスク所有者が承認する。", en = "A treatment plan is approved by the owners of the risks it treats." },
  fix = { ja = "approved_by と approved_on に、関係するリスクのリスク所有者と日付を書いてください",
          en = "record in approved_by and approved_on an owner of one of its risks and the date" },
}

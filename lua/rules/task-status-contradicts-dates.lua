rule "task-status-contradicts-dates" {
  severity = "error", clause = "8.3",
  text = { ja = "実施事項 {id} の状況「{word}」と日付が食い違っています: {what}",
           en = "the status “{word}” of task {id} contradicts its dates: {what}" },
  each = "task",
  check = function(task, report, isms)
    local word = task:label("status")
    local function contradiction(field, ja, en) report { at = field, word = word, what = { ja = ja, en = en } } end
    local begun, ended = task.actual_start, task.actual_end
    if task.status == "done" and not ended then contradiction("status", "終了実績がない", "no actual end") end
    if task.status ~= "done" and ended then contradiction("actual_end", "終了実績がある", "it has an actual end") end
    if task.status == "open" and begun then contradiction("actual_start", "開始実績がある", "it has an actual start") end
    if task.status == "started" and not begun then contradiction("status", "開始実績がない", "no actual start") end
    if begun and begun > isms.date then contradiction("actual_start", "開始実績が基準日より後である", "its actual start lies in the future") end
    if ended and ended > isms.date then contradiction("actual_end", "終了実績が基準日より後である", "its actual end lies in the future") end
    if begun and ended and begun > ended then contradiction("actual_end", "開始実績が終了実績より後である", "it ended before it began") end
    if task.planned_start and task.planned_end and task.planned_start > task.planned_end then
      contradiction("planned_end", "開始予定が終了予定より後である", "its planned end lies before its planned start")
    end
  end,
  why = { ja = "状況と日付が食い違う計画は、後から書き足された記録に見える。", en = "A plan whose status and dates differ looks as if written afterwards." },
  fix = { ja = "状況か日付のどちらかを実際に合わせてください", en = "bring the status or the dates in line with what happened" },
}

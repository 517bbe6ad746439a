-- The first planned date, before the day of the build, that nothing done answers: a plan is met by a date after the plan
-- before it that no other plan has taken.
local function first_unmet(activity, today)
  local done, used = list(activity.done or {}):sort(), {}
  local plans = list(activity.planned or {}):sort()
  for index, date in ipairs(plans) do
    if date >= today then return nil end
    local from, met = plans[index - 1] or add_months(date, -3), false
    for place, day_ in ipairs(done) do
      if not met and not used[place] and (day_ > from or day_ >= date) then met, used[place] = true, true end
    end
    if not met then return date end
  end
end

rule "activity-overdue" {
  severity = "warning", clause = "8.1",
  text = { ja = "年間計画の活動 {id}「{activity}」は {due} の予定でしたが、実施の記録がありません", en = "activity {id} ({activity}) was planned for {due} and is not recorded as done" },
  each = "activity",
  check = function(activity, report, isms)
    local due = first_unmet(activity, isms.date)
    if due then report { due = due } end
  end,
  at = "planned",
  why = { ja = "プロセスが計画どおりに行われた証拠が求められる。", en = "Evidence is expected that processes ran as planned." },
  fix = { ja = "実施したら done に日付を加え、延ばすなら planned を改めてください", en = "add the date to done, or plan a new one" },
}

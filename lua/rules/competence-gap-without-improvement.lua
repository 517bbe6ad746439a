-- Only the latest assessment of a person in a role counts.
local function latest_assessments(isms)
  local latest = {}
  for _, competence in ipairs(isms.competences) do
    local key = (competence.role and competence.role.id or "") .. " " .. (competence.person and competence.person.id or "")
    if competence.date and (not latest[key] or competence.date > latest[key].date) then latest[key] = competence end
  end
  return isms.competences:where(function(competence)
    local key = (competence.role and competence.role.id or "") .. " " .. (competence.person and competence.person.id or "")
    return latest[key] == nil or latest[key] == competence
  end)
end

rule "competence-gap-without-improvement" {
  severity = "warning", clause = "7.2",
  text = { ja = "力量 {id} の必要条件「{requirement}」の評価は{score}ですが、改善の内容と予定日がそろっていません（区分C）",
           en = "competence {id}: “{requirement}” is scored {score} without an improvement and its date (grade C)" },
  check = function(isms, report)
    for _, competence in ipairs(latest_assessments(isms)) do
      for index, entry in ipairs(competence.requirements or {}) do
        local score = entry.confirmed and entry.score_after or entry.score
        if score and score < 3 and not (present(entry.improvement) and entry.improvement_due) then
          report { record = competence, at = { "requirements", index, "score" }, requirement = entry.requirement, score = score }
        end
      end
    end
  end,
  why = { ja = "力量が足りないときは、身に付けるための処置と、その有効性の評価が求められる。", en = "Where competence is wanting, action to acquire it is expected, and a look at whether it worked." },
  fix = { ja = "improvement と improvement_due に、教育などの処置と予定日を書いてください", en = "write the training or other action in improvement, and when in improvement_due" },
}

-- Only the latest assessment of a person in a role counts.
local function superseded(competence, isms)
  return isms.competences:first(function(other)
    return other.role == competence.role and other.person == competence.person and other.date ~= nil and competence.date ~= nil and other.date > competence.date
  end) ~= nil
end

rule "competence-gap-without-improvement" {
  severity = "warning", clause = "7.2",
  text = { ja = "力量 {id} の必要条件「{requirement}」の評価は{score}ですが、改善の内容と予定日がそろっていません（区分C）",
           en = "competence {id}: “{requirement}” is scored {score} without an improvement and its date (grade C)" },
  each = "competence",
  check = function(competence, report, isms)
    if superseded(competence, isms) then return true end
    for index, entry in ipairs(competence.requirements or {}) do
      local score = entry.confirmed and entry.score_after or entry.score
      if score and score < 3 and not (present(entry.improvement) and entry.improvement_due) then
        report { at = { "requirements", index, "score" }, requirement = entry.requirement, score = score }
      end
    end
  end,
  why = { ja = "力量が足りないときは、身に付けるための処置と、その有効性の評価が求められる。", en = "Where competence is wanting, action to acquire it is expected, and a look at whether it worked." },
  fix = { ja = "improvement と improvement_due に、教育などの処置と予定日を書いてください", en = "write the training or other action in improvement, and when in improvement_due" },
}

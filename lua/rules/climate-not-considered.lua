rule "climate-not-considered" {
  severity = "warning", clause = "4.1",
  text = { ja = "課題と利害関係者のどれにも、気候変動について検討した記録がありません", en = "no issue and no interested party says whether climate change was considered" },
  check = function(isms, report)
    if #isms.issues + #isms.parties == 0 then return end
    local function considered(record) return record.climate ~= nil end
    if isms.issues:count(considered) + isms.parties:count(considered) == 0 then report { record = isms.issues[1] or isms.parties[1] } end
  end,
  why = { ja = "追補1（2024年）により、気候変動が課題となるかを決めることが求められる。", en = "Since Amendment 1 of 2024 it must be determined whether climate change is a relevant issue." },
  fix = { ja = "課題又は利害関係者に climate: true か false を書いてください", en = "write climate: true or false in issues or parties" },
}

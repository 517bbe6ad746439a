-- How long each type of record is kept, and from which event on.
return document "retention" {
  title = { ja = "記録保存期間表", en = "Retention Schedule" },
  clause = "A.5.33", clauses = { "7.5.3" }, controls = { "5.33", "8.10" }, group = "controls", order = 1160, page = "landscape", needs = "retention",
  body = function(isms, d)
    local unknown = isms.retentions:count(function(x) return not d:retention_period(x) end)
    d:cover()
    d:overview {
      { ja = "本書は、記録の種類ごとに保存期間、起算日、根拠及び媒体を定める。期間は、作成の日ではなく、契約の終了や退職など、起算日に定めた出来事から数える。期間を過ぎた記録は廃棄し、廃棄の記録を残す。",
        en = "How long each type of record is kept, on what grounds and on which medium. Periods run from the start event named here – the end of a contract, a person leaving – and not from the day a record was made. What has passed its period is disposed of, and the disposal recorded." },
      figures = {
        { #isms.retentions, { ja = "記録の種類", en = "{n:type|types} of record" } }, { isms.retentions:count("permanent"), { ja = "永久保存", en = "kept permanently" } },
        { unknown, { ja = "期間の定めなし", en = "without period" }, tone = unknown > 0 and "high" or nil },
      },
    }
    d:section({ ja = "保存期間", en = "Schedule" }, function()
      d:table(isms.retentions, {
        { "id", 70 }, { "record", 270, strong = true }, { function(x) return d:retention_period(x) or d:missing() end, 80, title = { ja = "保存期間", en = "Period" }, content = "status" },
        { "start", 170, required = true }, { "basis", 180, required = true }, { "medium", 160, required = true }, { "owner", 80 },
        { function(x) local n = #x:refs("disposal") return n > 0 and d:number(n) or "—" end, 60, title = { ja = "廃棄（件）", en = "Disposals" }, content = "number" },
      }, { home = true, kind = "retention", wide = true })
    end)
  end,
}

rule "finding-without-corrective-action" {
  severity = "error", clause = "10.2",
  text = { ja = "監査の不適合 {id}（{word}）に、是正処置がありません", en = "finding {id} ({word}) has no corrective action" },
  each = "finding",
  check = function(finding, report)
    local nonconforming = finding.grade == "major" or finding.grade == "minor"
    if nonconforming and #finding:refs("nonconformity") == 0 then report { word = finding:label("grade") } end
  end,
  at = "grade",
  why = { ja = "指摘しただけの不適合は、次の監査で同じ指摘になる。", en = "A nonconformity that is only noted returns in the next audit." },
  fix = { ja = "nonconformities/ に finding: {id} の是正要求書を加えてください", en = "add a record with finding: {id} under nonconformities/" },
}

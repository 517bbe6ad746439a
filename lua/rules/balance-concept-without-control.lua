rule "balance-concept-without-control" {
  severity = "warning", clause = "6.1.3",
  text = { ja = "サイバーセキュリティ概念「{name}」に当たる管理策が一つも採用されていません", en = "no included control serves the concept “{name}”" },
  check = function(isms, report)
    if #isms.controls == 0 then return end
    local covered = {}
    for _, control in ipairs(isms.controls) do
      for _, concept in ipairs(control.applicable and control.cybersecurity_concepts or {}) do covered[concept] = true end
    end
    for _, attribute in ipairs(catalog("lua/catalogs/attributes.yaml").attributes) do
      if attribute.key == "cybersecurity_concepts" then
        for _, value in ipairs(attribute.values) do
          if not covered[value.id] then report { record = isms.controls[1], name = value.label } end
        end
      end
    end
  end,
  why = { ja = "識別・防御・検知・対応・復旧のどれかが欠ければ、備えに穴があく。", en = "Identify, protect, detect, respond, recover: where one is missing, there is a gap." },
  fix = { ja = "その概念の管理策の採否を見直してください", en = "look again at the controls of that concept" },
}

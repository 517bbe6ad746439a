rule "asset-importance-without-reason" {
  severity = "warning", clause = "5.9",
  text = { ja = "資産 {id} の重要度は C・I・A の最大値 {value} から 3 に引き上げられていますが、その理由がありません",
           en = "the importance of asset {id} is raised from {value} to 3 without a reason" },
  each = "asset",
  check = function(asset, report)
    local highest = math.max(asset.confidentiality or 1, asset.integrity or 1, asset.availability or 1)
    local raised = asset.figures and asset.figures.importance == 3 and highest < 3
    if raised and not present(asset.override_reason) then report { value = highest } end
  end,
  at = "override_reason",
  why = { ja = "評価値と重要度が食い違う行では、審査員は必ず根拠を尋ねる。個人情報・法令・事業継続のどれによるのかを示す。",
          en = "Where the value and the importance differ, an auditor asks why: personal data, law, or survival of the company." },
  fix = { ja = "override_reason に、重要度を3とする理由を書いてください", en = "write the reason in override_reason" },
}

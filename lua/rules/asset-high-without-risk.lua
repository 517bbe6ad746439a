rule "asset-high-without-risk" {
  severity = "error", clause = "6.1.2",
  text = { ja = "重要度{importance}の資産「{name}」({id}) を扱うリスクがありません",
           en = "asset {id} ({name}) has importance {importance}, but no risk names it" },
  each = "asset",
  check = function(asset, report)
    local importance = asset.figures and asset.figures.importance
    if importance == 3 and #asset:refs("risk") == 0 then report { importance = importance } end
  end,
  why = { ja = "最も重要な資産にリスクが特定されていなければ、リスクアセスメントは資産目録を踏まえていないと見られる。",
          en = "If the most important assets appear in no risk, the assessment did not start from the inventory." },
  fix = { ja = "risks/ にこの資産のリスクを加えるか、既存のリスクの assets に {id} を加えてください",
          en = "add a risk of this asset under risks/, or add {id} to the assets of an existing risk" },
}

rule "asset-retention-without-start" {
  severity = "warning", clause = "5.33",
  text = { ja = "資産 {id} に保存期限「{retention}」がありますが、起算日がありません",
           en = "asset {id} is kept for “{retention}”, but not from which event on" },
  each = "asset",
  check = function(asset)
    return not present(asset.retention) or present(asset.retention_start)
  end,
  at = "retention",
  why = { ja = "いつから数えるのかが決まらなければ、廃棄の期日は計算できない。", en = "Without the event from which the period runs, no date of disposal can be known." },
  fix = { ja = "retention_start に「作成日」「契約終了日」「退職日」などの起算日を書いてください",
          en = "write the start event in retention_start: creation, end of contract, leaving date …" },
}

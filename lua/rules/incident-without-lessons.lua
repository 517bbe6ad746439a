rule "incident-without-lessons" {
  severity = "error", clause = "5.27",
  text = { ja = "インシデント {id}（範囲 {reach}）に教訓がありません", en = "incident {id} of {reach} reach has no lessons" },
  each = "incident",
  check = function(incident)
    return incident.reach == "small" or present(incident.lessons)
  end,
  at = "lessons",
  why = { ja = "会社や顧客に及んだインシデントから学び、管理策を強めることが求められる。", en = "What reached the company or its customers is expected to teach something and to strengthen the controls." },
  fix = { ja = "lessons に、分かったことと再発を防ぐために変えたことを書いてください", en = "write in lessons what was learned and what was changed" },
}

rule "disposal-start-unknown" {
  severity = "warning", clause = "8.10",
  text = { ja = "{id}「{what}」の起算日が分からず、廃棄期日を計算できません", en = "the start event of {id} ({what}) is unknown: no date of disposal can be computed" },
  each = "disposal",
  check = function(disposal)
    return disposal.date ~= nil or disposal.started ~= nil or disposal.retention == nil or disposal.retention.permanent == true
  end,
  at = "started",
  why = { ja = "保存期間は起算日から数える。起算日のない記録は、いつまでも残る。", en = "Periods run from an event; what has none stays for ever." },
  fix = { ja = "started に、契約の終了や退職などの出来事があった日を書いてください", en = "write in started the day of the event: the contract ended, the person left …" },
}

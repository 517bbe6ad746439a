rule "evidence-without-place" {
  severity = "error", clause = "7.5",
  text = { ja = "証拠 {id}「{title}」に、ファイルも保管場所もありません", en = "evidence {id} ({title}) has neither a file nor a place where it is kept" },
  each = "evidence",
  check = function(evidence) return present(evidence.file) or present(evidence.location) end,
  at = "title",
  why = { ja = "審査員が見られない証拠は、証拠にならない。", en = "Evidence that an auditor cannot see is none." },
  fix = { ja = "file か location を書いてください", en = "give file or location" },
}

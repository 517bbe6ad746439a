rule "evidence-unused" {
  severity = "note", clause = "7.5",
  text = { ja = "証拠 {id} は、どの箇条・管理策・是正処置の証拠にもなっていません", en = "evidence {id} shows nothing: no clause, control or corrective action names it" },
  each = "evidence",
  check = function(evidence)
    return present(evidence.clauses) or present(evidence.controls) or #evidence:refs() > 0
  end,
  why = { ja = "何を示すのか分からない記録は、探すときに見つからない。", en = "A record that belongs to nothing is not found when it is needed." },
  fix = { ja = "clauses か controls に、示している要求事項を書いてください", en = "say in clauses or controls what it shows" },
}

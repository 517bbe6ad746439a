rule "control-implemented-without-proof" {
  severity = "error", clause = "6.1.3",
  text = { ja = "管理策 {id} は「実施」ですが、規程・手順書も証拠もありません",
           en = "control {id} is “implemented”, but has neither a document nor evidence" },
  each = "control",
  check = function(control)
    return not control.applicable or control.status ~= "implemented" or present(control.documents)
      or present(control.evidence) or #control:refs("evidence") > 0
  end,
  at = "status",
  why = { ja = "実施していることは、決めた文書か行った記録でしか示せない。", en = "Implementation shows in what was laid down or in what was recorded." },
  fix = { ja = "documents か evidence に番号を書くか、status を改めてください", en = "name documents or evidence, or correct the status" },
}

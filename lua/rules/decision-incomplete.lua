rule "decision-incomplete" {
  severity = "error", clause = "9.3",
  text = { ja = "レビューの決定 {id} に{what}がありません", en = "decision {id} lacks {what}" },
  each = "decision",
  check = function(decision, report)
    if not present(decision.action) then report { at = "action", what = { ja = "処置", en = "an action" } } end
    if not decision.owner then report { at = "owner", what = { ja = "責任者", en = "an owner" } } end
    if not decision.due then report { at = "due", what = { ja = "期限", en = "a due date" } } end
  end,
  why = { ja = "誰がいつまでに何をするかが決まらない決定は、実行されない。", en = "A decision without who, what and by when is not carried out." },
  fix = { ja = "action・owner・due をそろえてください", en = "give action, owner and due" },
}

rule "hollow-same-reason" {
  severity = "warning", clause = "6.1.3",
  text = { ja = "管理策 {id} ほか{count}件の理由が、まったく同じ文です: 「{words}」",
           en = "control {id} and {count} others give the same reason word for word: “{words}”" },
  check = function(isms, report)
    local limit = setting("same-reason-limit")
    local groups, order = {}, {}
    for _, control in ipairs(isms.controls) do
      local words = trim(text(control.reason, isms.languages[1]) or "")
      if words ~= "" then
        if not groups[words] then
          groups[words] = {}
          order[#order + 1] = words
        end
        table.insert(groups[words], control)
      end
    end
    for _, words in ipairs(order) do
      local group = groups[words]
      if #group >= limit then
        report { record = group[1], at = "reason", id = group[1].id, count = #group - 1, words = words }
      end
    end
  end,
  why = { ja = "同じ文が並ぶ適用宣言書は、管理策ごとに判断していないことを示す。", en = "A statement of identical sentences shows that nobody decided control by control." },
  fix = { ja = "管理策ごとに、自社にとっての理由を書いてください", en = "give each control the reason that holds for it" },
}

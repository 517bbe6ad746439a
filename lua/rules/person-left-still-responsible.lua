rule "person-left-still-responsible" {
  severity = "error", clause = "5.3",
  text = { ja = "{left} に退職した {name} が、{role} {target} の{what}のままです", en = "{name}, who left on {left}, is still {what} of {role} {target}" },
  each = "person",
  check = function(person, report, isms)
    if not person.left or person.left > isms.date then return end
    for _, kind in ipairs { "asset", "risk", "role", "department" } do
      for _, record in ipairs(person:refs(kind)) do
        report { role = { ja = kind == "asset" and "資産" or kind == "risk" and "リスク" or kind == "role" and "役割" or "部門", en = kind },
                 target = record.id, related = record, what = { ja = "責任者", en = "responsible" } }
      end
    end
  end,
  at = "left",
  why = { ja = "いない人の責任は、誰の責任でもない。", en = "What somebody who left is responsible for is nobody's." },
  fix = { ja = "後任者の番号に改めてください", en = "name the successor" },
}

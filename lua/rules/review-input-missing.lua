rule "review-input-missing" {
  severity = "error", clause = "9.3",
  text = { ja = "マネジメントレビュー {id} にインプット {letter})「{name}」がありません",
           en = "management review {id} lacks input {letter}) ({name})" },
  each = "review",
  check = function(review, report)
    if review.type and review.type ~= "annual" and review.type ~= "half-year" then return end
    local inputs = review.inputs or {}
    local clause = catalog("lua/catalogs/clauses.yaml")
    for _, entry in ipairs(clause.clauses) do
      for _, input in ipairs(entry.id == "9.3.2" and entry.inputs or {}) do
        if not present(inputs[input.id]) then
          report { at = { "inputs", input.id }, letter = input.id, name = input.label }
        end
      end
    end
  end,
  why = { ja = "レビューは a から g のすべてを考慮して行う。一つでも欠ければ不適合になり得る。", en = "A review considers every input from a to g; one that is missing can be a nonconformity." },
  fix = { ja = "inputs.{letter} に報告した内容を書いてください。変化がなければ、ないことを確かめた旨を書きます",
          en = "write what was reported in inputs.{letter}; if nothing changed, say that this was checked" },
}

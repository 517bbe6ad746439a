-- Clauses whose results stand in the records of another clause.
local results = { ["8.2"] = "6.1.2", ["8.3"] = "6.1.3" }

-- Does any kind that serves the clause have records? "9.2" serves "9.2.2".
local function is_recorded(isms, id)
  for _, kind in ipairs(isms.kinds) do
    local own = kind.clause
    if present(own) and (own == id or id:sub(1, #own + 1) == own .. ".") and #list(isms[kind.plural]) > 0 then return true end
  end
  return false
end

rule "clause-without-documented-information" {
  severity = "warning", clause = "7.5",
  text = { ja = "箇条 {id}「{title}」が求める文書化した情報（{documented_information}）がありません",
           en = "nothing holds the documented information that clause {id} ({title}) asks for: {documented_information}" },
  each = "clause",
  check = function(clause, report, isms)
    if not present(clause.documented_information) then return true end
    if is_recorded(isms, results[clause.id] or clause.id) then return true end
    if #clause:refs("document") > 0 or #clause:refs("evidence") > 0 then return true end
    report { record = isms.manifest }
  end,
  why = { ja = "文書化した情報の有無は、審査で最初に照合される。", en = "Whether the documented information exists is checked first in an audit." },
  fix = { ja = "文書の front matter か証拠の clauses に \"{id}\" を書くか、必要な文書を作成してください",
          en = "write the document, or name \"{id}\" in the clauses of a document or of evidence" },
}

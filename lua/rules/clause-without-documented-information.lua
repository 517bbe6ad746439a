-- Which kinds of record carry the documented information that a clause asks for, besides documents and evidence.
local carriers = {
  ["4.3"] = "scopes", ["5.2"] = "documents", ["6.1.2"] = "risks", ["6.1.3"] = "controls", ["8.2"] = "risks", ["8.3"] = "tasks",
  ["9.2.2"] = "audits", ["9.3.3"] = "reviews", ["10.2"] = "nonconformities", ["6.2"] = "objectives", ["7.2"] = "competences", ["8.1"] = "activities",
  ["9.1"] = "metrics",
}

rule "clause-without-documented-information" {
  severity = "warning", clause = "7.5",
  text = { ja = "箇条 {id}「{title}」が求める文書化した情報（{documented_information}）がありません",
           en = "nothing holds the documented information that clause {id} ({title}) asks for: {documented_information}" },
  each = "clause",
  check = function(clause, report, isms)
    if not present(clause.documented_information) then return true end
    local carrier = carriers[clause.id]
    if carrier and carrier ~= "documents" then
      local records = isms[carrier]
      if records and (carrier == "scopes" or #records > 0) then return true end
    end
    if #clause:refs("document") > 0 or #clause:refs("evidence") > 0 then return true end
    report { record = isms.manifest }
  end,
  why = { ja = "文書化した情報の有無は、審査で最初に照合される。", en = "Whether the documented information exists is checked first in an audit." },
  fix = { ja = "文書の front matter か証拠の clauses に \"{id}\" を書くか、必要な文書を作成してください",
          en = "write the document, or name \"{id}\" in the clauses of a document or of evidence" },
}

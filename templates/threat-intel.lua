-- Threat intelligence: what was heard, how it concerns the organization, what was done.
return document "threat-intel" {
  title = { ja = "脅威インテリジェンス報告", en = "Threat Intelligence Report" },
  clause = "A.5.7", controls = { "5.7" }, group = "controls", order = 1190, page = "landscape", needs = "threat-intel",
  body = function(isms, d)
    local all = isms.threat_intel:sort(function(a, b) return a.date > b.date end)
    local high = all:count(function(x) return x.relevance == "high" end)
    local open = all:count(function(x) return not present(x.action) end)
    local year_ago = add_months(isms.date, -12)
    d:cover()
    d:overview {
      { ja = "本書は、収集した脅威の情報と、自社への関連及び取った対応の記録である。マネジメントレビューへの報告を要するものはその旨を示す。", en = "Information on threats that was collected, how it concerns the organization and what was done. What goes to management review is marked." },
      figures = {
        { #all, { ja = "脅威情報", en = "{n:entry|entries}" } }, { all:count(function(x) return x.date > year_ago end), { ja = "直近1年", en = "in the last year" } },
        { high, { ja = "関連性が高い", en = "of high relevance" }, tone = high > 0 and "medium" or nil },
        { open, { ja = "対応の記載なし", en = "without action" }, tone = open > 0 and "high" or nil }, { all:count("to_review"), { ja = "レビューへ報告", en = "to management review" } },
      },
    }
    d:section({ ja = "脅威情報", en = "Entries" }, function()
      d:table(all, {
        { "id", 70 }, { "date", 80 }, { "source", 120 }, { "summary", 210, strong = true }, { "relevance", 60, tone = true }, { "reach", 120, required = true },
        { "action", 190, required = true }, { "owner", 75, required = true },
        { function(x) return #(x.risks or {}) > 0 and d:refs(x.risks, { form = "id" }) or "—" end, 70, title = d:word("risks"), content = "id" }, { "to_review", 65 },
      }, { home = true, kind = "threat-intel", wide = true, group = function(x) return d:fiscal_year_name(x.date) end })
    end)
  end,
}

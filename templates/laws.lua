-- Laws, regulations and contracts: duty, documents, who watches them, when they were last checked.
local function checked_cell(d, law)
  if not law.checked then return d:missing { ja = "未確認", en = "never checked" }, "high" end
  if add_months(law.checked, 12) < d.isms.date then
    return { law.checked, d:br(), d:status(d:text { ja = "1年超", en = "over a year ago" }, "high") }, "high"
  end
  return law.checked
end

return document "laws" {
  title = { ja = "法令規制一覧表", en = "Register of Laws and Contracts" },
  clause = "A.5.31", controls = { "5.31", "5.32", "5.34" }, group = "controls", order = 1140, page = "landscape", needs = "law",
  body = function(isms, d)
    local stale = isms.laws:count(function(x) return not x.checked or add_months(x.checked, 12) < isms.date end)
    local bare = isms.laws:count(function(x) return #(x.documents or {}) == 0 end)
    d:cover()
    d:overview {
      { ja = "本書は、順守すべき法令、規制及び契約上の要求と、対応する文書及び管理責任者を示す。少なくとも年1回、改正の有無を確認する。", en = "The laws, regulations and contracts to be observed, the documents that see to it and who watches them. Changes are looked for at least once a year." },
      figures = {
        { #isms.laws, { ja = "法令・契約", en = "laws and contracts" } }, { stale, { ja = "1年以内に未確認", en = "not checked within a year" }, tone = stale > 0 and "high" or nil },
        { bare, { ja = "対応する文書なし", en = "without document" }, tone = bare > 0 and "medium" or nil },
      },
    }
    d:section({ ja = "一覧", en = "Register" }, function()
      d:table(isms.laws, {
        { "id", 70 }, { "name", 210, strong = true }, { "duty", 300 },
        { function(x) return #(x.documents or {}) > 0 and d:refs(x.documents, { form = "both", lines = true }) or d:missing { ja = "文書なし", en = "no document" } end, 170, title = { ja = "対応する文書", en = "Documents" }, content = "name" },
        { "owner", 80 }, { function(x) return checked_cell(d, x) end, 80, title = { ja = "最終確認日", en = "Last checked" }, content = "date" },
        { "changed", 120, required = true },
      }, { home = true, kind = "law", wide = true })
    end)
  end,
}

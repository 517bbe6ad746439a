-- External and internal issues (4.1) and the needs of interested parties (4.2).
local function climate_cell(d)
  return function(record)
    if record.climate == nil then return d:missing { ja = "未検討", en = "not considered" } end
    return d:text(record.climate and { ja = "関係する", en = "relevant" } or { ja = "関係しない", en = "not relevant" })
  end
end

local function issues(isms, d)
  for side, part in isms.issues:group("side") do
    d:section({ d:text(side.title), d:text { ja = "の課題", en = " issues" } }, function()
      d:table(part, {
        { "id", 70 }, { "issue", 230 }, { "risk", 180, required = true }, { "opportunity", 170, required = true },
        { function(x)
            if not present(x.addressed_by) and #(x.risks or {}) == 0 then return d:missing() end
            return d:join({ present(x.addressed_by) and d:text(x.addressed_by) or nil, x.risks and #x.risks > 0 and d:refs(x.risks, { form = "id" }) or nil }, d:br())
          end, 190, title = { ja = "対処", en = "Addressed by" } },
        { climate_cell(d), 80, title = { ja = "気候変動", en = "Climate change" }, content = "status" }, { "changed", 80, required = true },
      }, { home = true, kind = "issue" })
    end)
  end
end

local function parties(isms, d)
  d:section({ ja = "利害関係者のニーズ及び期待", en = "Needs and expectations of interested parties" }, function()
    d:table(isms.parties, {
      { "id", 70 }, { "name", 130, strong = true }, { "requirement", 210 }, { "risk", 140, required = true }, { "opportunity", 130, required = true },
      { function(x)
          if x.addressed then return present(x.how) and d:text(x.how) or d:missing { ja = "取組みが未記入", en = "not said how" } end
          return { d:status(d:text { ja = "取り組まない", en = "not addressed" }, "none"), present(x.how) and { d:br(), d:text(x.how) } or nil }
        end, 160, title = { ja = "ISMSの取組み", en = "How the ISMS addresses it" } },
      { climate_cell(d), 80, title = { ja = "気候変動", en = "Climate change" }, content = "status" }, { "changed", 80, required = true },
    }, { home = true, kind = "party" })
  end)
end

return document "context" {
  title = { ja = "外部及び内部の課題／利害関係者のニーズ及び期待", en = "Context of the Organization" },
  clause = "4.1", clauses = { "4.1", "4.2" }, group = "4", order = 410, page = "landscape",
  needs = function(isms) return #isms.issues + #isms.parties > 0 end,
  body = function(isms, d)
    local external = isms.issues:count(function(x) return x.side == "external" end)
    local unclear = isms.issues:count(function(x) return x.climate == nil end) + isms.parties:count(function(x) return x.climate == nil end)
    local latest = list { table.unpack(isms.issues:map("changed")), table.unpack(isms.parties:map("changed")) }:sort()
    d:cover()
    d:overview {
      { ja = "本書は、ISMSの意図した成果に影響する外部及び内部の課題と、利害関係者の情報セキュリティに関する要求を示す。リスク及び機会の決定と適用範囲の見直しは、本書から始める。気候変動が課題となるか、利害関係者の要求に含まれるかも検討した。",
        en = "The external and internal issues that bear on the results of the ISMS, and what interested parties require of it. Risks, opportunities and the scope are derived from here. Whether climate change is an issue, or part of what parties require, has been considered." },
      figures = {
        { external, { ja = "外部の課題", en = "external {n:issue|issues}" } }, { #isms.issues - external, { ja = "内部の課題", en = "internal {n:issue|issues}" } },
        { #isms.parties, { ja = "利害関係者の要求", en = "{n:requirement|requirements} of parties" } },
        { isms.parties:count("addressed"), { ja = "ISMSで取り組む", en = "addressed by the ISMS" } },
        { unclear, { ja = "気候変動を未検討", en = "climate not considered" }, tone = unclear > 0 and "medium" or nil },
        { latest[#latest] or "—", { ja = "最終変更日", en = "last change" } },
      },
    }
    issues(isms, d)
    parties(isms, d)
  end,
}

-- Individual control criteria: the organization's own wording of each control, what was changed and why, mandatory or
-- recommended, technical verification; with the steps that led there.

-- What was done with a control: on record, else own wording counts as reworded and an own control as added.
local function change_of(control)
  if control.change then return control.change end
  if not control.catalog then return "added" end
  return present(control.wording) and "reworded" or "kept"
end

local function change_word(d, control)
  local choice = d:choice("control", "change", change_of(control))
  return d:text(choice.title)
end

local function is_recommended(control) return control.obligation == "should" end

local function steps(isms, d, criteria)
  local n = d:tally(criteria, change_of)
  local excluded = isms.controls:where(function(control) return control.applicable == false end)
  local other = criteria:where(function(control) return #(control.derived_from or {}) > 0 end)
  local without = criteria:where(function(control) return #(control.documents or {}) == 0 and #control:refs("document") == 0 end)
  local function by_basis(basis) return criteria:where(function(control) return contains(control.basis or {}, basis) end) end
  local law, contract = by_basis("law"), by_basis("contract")
  local recommended, verified = criteria:where(is_recommended), criteria:where(function(control) return present(control.verification) end)
  local function row(number, step, words) return { { tostring(number), align = "center" }, { d:text(step) }, { words } } end
  d:section({ ja = "策定の手順と結果", en = "Steps and what they led to" }, function()
    d:form({
      { { d:text { ja = "手順", en = "Step" }, header = true }, { d:text { ja = "内容", en = "What is done" }, header = true }, { d:text { ja = "結果", en = "Result" }, header = true }, header_row = true },
      row(1, { ja = "参照する基準からの抽出と表現の修正", en = "Extract from the reference and reword" }, d:say(
        { ja = "抽出{all}件。修正{reworded}件、分割{split}件、統合{merged}件、そのまま{kept}件。抽出しないもの{out}件", en = "{all} extracted: {reworded} reworded, {split} split, {merged} merged, {kept} kept; {out} not extracted" },
        { all = #criteria - (n.added or 0), reworded = n.reworded or 0, split = n.split or 0, merged = n.merged or 0, kept = n.kept or 0, out = #excluded })),
      row(2, { ja = "関連する法令、規制及び契約の確認", en = "Look at laws, regulations and contracts" }, d:say({ ja = "法令に基づくもの{law}件、契約に基づくもの{contract}件（法令規制一覧表に{n}件）", en = "{law} based on law, {contract} on contracts ({n} laws and contracts on record)" },
        { law = #law, contract = #contract, n = #d:records("laws") })),
      row(3, { ja = "ほかの基準の参照", en = "Look at other references" }, #other > 0 and d:say({ ja = "元の項目を記したもの{n}件", en = "{n} name the items they derive from" }, { n = #other }) or d:text { ja = "ほかの基準から採った項目の記録はない", en = "nothing on record" }),
      row(4, { ja = "自社に必要な項目の追加", en = "Add what the organization needs" }, d:say({ ja = "追加{n}件", en = "{n} added" }, { n = n.added or 0 })),
      row(5, { ja = "社内の規程との整合", en = "Agree with the organization's own rules" }, #without == 0 and d:text { ja = "すべての項目に対応する文書がある", en = "every item has its document" }
        or { d:say({ ja = "対応する文書のないもの{n}件：", en = "{n} without document: " }, { n = #without }), d:refs(without, { form = "id" }) }),
      row(6, { ja = "必須と推奨の選定", en = "Choose mandatory and recommended" }, d:say({ ja = "必須{must}件、推奨{should}件", en = "{must} mandatory, {should} recommended" }, { must = #criteria - #recommended, should = #recommended })),
      row(7, { ja = "技術的検証項目の追加", en = "Add technical verification" }, #verified > 0 and d:say({ ja = "{n}件", en = "{n} items" }, { n = #verified }) or d:text { ja = "技術的検証項目の記録はない", en = "nothing on record" }),
    }, { columns = { { 60, "number" }, { 360 }, { 580 } } })
  end)
end

local function verification(d, criteria)
  local verified = criteria:where(function(control) return present(control.verification) end)
  if #verified == 0 then return end
  d:section({ ja = "技術的検証項目", en = "Technical verification" }, function()
    d:paragraph { ja = "技術の変化を受けやすいため、ほかの項目より短い間隔で見直す。", en = "These depend on technology and are looked at more often than the rest." }
    d:table(verified, { { function(x) return d:ref(x, "id") end, 80, title = d:word("number"), content = "id" }, { "title", 280 }, { "verification", 480 }, { "owner", 140, required = true } }, { kind = "control" })
  end)
end

return document "control-criteria" {
  title = { ja = "個別管理基準", en = "Individual Control Criteria" },
  clause = "6.1.3", group = "6", order = 648, page = "landscape",
  needs = function(isms) return isms.controls:count(function(control) return present(control.wording) end) > 0 end,
  body = function(isms, d)
    local criteria = isms.controls:where("applicable")
    local n = d:tally(criteria, change_of)
    local unworded = criteria:count(function(control) return not present(control.wording) end)
    local unexplained = criteria:count(function(control) local change = control.change return change ~= nil and change ~= "kept" and not present(control.change_reason) and not present(control.reason) end)
    d:cover()
    d:overview {
      { ja = "本書は、参照した管理策を自社の組織、役職及び規程に合わせて書き改めた管理基準である。対策基準と実施手順は本書に従って定め、監査は本書を判断の尺度とする。推奨と記したもののほかは必須とする。",
        en = "The controls in the organization's own words, with its own roles and rules. Standards and procedures follow these criteria, and audits judge by them. Whatever is not marked as recommended is mandatory." },
      figures = {
        { #criteria, { ja = "管理策", en = "criteria" } }, { n.reworded or 0, { ja = "修正", en = "reworded" } }, { n.added or 0, { ja = "追加", en = "added" } },
        { criteria:count(is_recommended), { ja = "推奨", en = "recommended" } },
        { unworded, { ja = "自社の記述なし", en = "without own wording" }, tone = unworded > 0 and "medium" or nil },
        { unexplained, { ja = "変更の理由なし", en = "change without reason" }, tone = unexplained > 0 and "high" or nil },
      },
    }
    steps(isms, d, criteria)
    d:section({ ja = "管理基準", en = "Criteria" }, function()
      local columns = {
        { function(x) return d:ref(x, "id") end, 55, title = d:word("number"), content = "id" },
        { function(x) return { d:strong(d:text(x.title)), #(x.derived_from or {}) > 0 and { d:br(), d:soft(d:text { ja = "元：", en = "From: " }, d:join(x.derived_from)) } or nil } end, 170, title = { ja = "管理策", en = "Control" } },
        { function(x) return present(x.wording) and d:text(x.wording) or d:missing() end, 270, title = { ja = "自社の管理策", en = "Own wording" } },
        { function(x) return change_word(d, x) end, 55, title = { ja = "変更", en = "Change" }, content = "status" },
        { function(x) return present(x.change_reason) and d:text(x.change_reason) or present(x.reason) and d:text(x.reason) or d:missing() end, 220, title = { ja = "変更・採用の理由", en = "Reason" } },
        { function(x) return d:text(is_recommended(x) and { ja = "推奨", en = "recommended" } or { ja = "必須", en = "mandatory" }) end, 60, title = { ja = "必須・推奨", en = "Obligation" }, content = "status" },
        { function(x) return #(x.documents or {}) > 0 and d:refs(x.documents, { form = "id", lines = true }) or d:missing { ja = "文書なし", en = "no document" } end, 70, title = { ja = "文書", en = "Documents" }, content = "id" },
      }
      if criteria:count(function(x) return x.level ~= nil end) > 0 then table.insert(columns, 7, { "level", 50, required = true }) end
      d:table(d:by_theme(criteria), columns, { kind = "control", wide = true, group = function(x) return d:text(x:label("theme")) end })
    end)
    verification(d, criteria)
  end,
}

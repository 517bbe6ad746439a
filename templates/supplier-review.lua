-- Review of contractors: register and one form each.
local function contractors(isms) return isms.suppliers:where(function(x) return x.type == "contractor" end) end

return document "supplier-review" {
  title = { ja = "委託先審査票", en = "Contractor Reviews" },
  clause = "A.5.19", controls = { "5.19", "5.20", "5.21", "5.22" }, group = "controls", order = 1120,
  needs = function(isms) return #contractors(isms) > 0 end,
  body = function(isms, d)
    local suppliers = contractors(isms)
    d:cover()
    d:overview {
      { ja = "本書は、情報を取り扱う委託先の審査の結果を示す。審査は選定のとき及び定めた時期に行い、結果を契約に反映する。", en = "Reviews of the contractors that handle information: when they are chosen and at planned intervals. What is found goes into the contract." },
      figures = { { #suppliers, { ja = "委託先", en = "{n:contractor|contractors}" } }, table.unpack(d:supplier_figures(suppliers)) },
    }
    d:section({ ja = "委託先の一覧", en = "Register" }, function() d:supplier_register(suppliers) end)
    d:page() -- each form stays on one page, for it is signed
    d:section({ ja = "審査票", en = "Reviews" }, function()
      for index, supplier in ipairs(suppliers) do
        if index > 1 then d:page() end
        d:supplier_form(supplier)
      end
    end)
  end,
}

-- Evaluation of cloud services: register and one form each.
local function services(isms) return isms.suppliers:where(function(x) return x.type == "cloud" end) end

return document "cloud-review" {
  title = { ja = "クラウドサービス評価表", en = "Cloud Service Evaluations" },
  clause = "A.5.23", controls = { "5.21", "5.22", "5.23" }, group = "controls", order = 1130,
  needs = function(isms) return #services(isms) > 0 end,
  body = function(isms, d)
    local suppliers = services(isms)
    d:cover()
    d:overview {
      { ja = "本書は、利用するクラウドサービスが自社の情報セキュリティの要求を満たすかを評価した結果を示す。評価は導入の前及び定めた時期に行う。", en = "Whether the cloud services in use meet the organization's security requirements, evaluated before they are taken into use and at planned intervals." },
      figures = { { #suppliers, { ja = "クラウドサービス", en = "cloud {n:service|services}" } }, table.unpack(d:supplier_figures(suppliers)) },
    }
    d:section({ ja = "クラウドサービスの一覧", en = "Register" }, function() d:supplier_register(suppliers) end)
    d:page() -- each form stays on one page, for it is signed
    d:section({ ja = "評価表", en = "Evaluations" }, function()
      for index, supplier in ipairs(suppliers) do
        if index > 1 then d:page() end
        d:supplier_form(supplier)
      end
    end)
  end,
}

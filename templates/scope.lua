-- Scope of the ISMS: statement, boundaries, sites, interfaces, exclusions, drawings.
return document "scope" {
  title = { ja = "ISMS適用範囲", en = "Scope of the ISMS" },
  clause = "4.3", group = "4", order = 430, needs = "scope",
  body = function(isms, d)
    local scope, organization = isms.scope, isms.manifest.organization
    local boundaries = scope.boundaries or {}
    d:cover()
    d:overview {
      { ja = "本書は、情報セキュリティマネジメントシステムの適用範囲を、境界、他の組織とのインタフェース及び依存関係とともに定める。適用範囲を変えるときは、外部・内部の課題と利害関係者の要求を見直したうえで改訂する。",
        en = "This document fixes the scope of the information security management system with its boundaries, interfaces and dependencies. It is revised, after a look at the issues and the interested parties, whenever the scope changes." },
      body = function()
        d:section({ ja = "適用範囲", en = "Statement of scope" }, { unnumbered = true }, function() d:callout("none", d:required(d:text(scope.statement))) end)
      end,
    }
    d:section({ ja = "組織", en = "The organization" }, function()
      d:fields {
        { { ja = "名称", en = "Name" }, d:text(organization.name) }, { { ja = "所在地", en = "Address" }, d:text(organization.address) },
        { { ja = "事業内容", en = "Business" }, d:text(organization.business) },
        { { ja = "従業員数", en = "Employees" }, organization.employees and d:number(organization.employees) },
        { { ja = "準拠規格", en = "Standard" }, organization.standard },
        { { ja = "認証機関", en = "Certification body" }, d:text(organization.certification_body), optional = true },
        { { ja = "認証番号", en = "Certificate" }, organization.certificate, optional = true },
      }
    end)
    d:section({ ja = "境界", en = "Boundaries" }, function()
      d:fields {
        { { ja = "人的・組織的境界", en = "People and organization" }, d:text(boundaries.organizational) },
        { { ja = "物理的境界", en = "Physical" }, d:text(boundaries.physical) },
        { { ja = "技術的境界", en = "Technical" }, d:text(boundaries.technical) },
        { { ja = "資産的境界", en = "Assets" }, d:text(boundaries.assets) },
        { { ja = "事業的境界", en = "Business" }, d:text(boundaries.business) },
      }
      d:section({ ja = "対象の部門", en = "Departments in scope" }, function()
        d:table(isms.departments, { { "name", 220 }, { "manager", 180, required = true }, { "employees", 100 }, { "duties", 500 } }, { kind = "department" })
      end)
      d:section({ ja = "対象の拠点", en = "Sites in scope" }, function()
        d:table(list(scope.sites or {}), {
          { function(site) return d:text(site.name) end, 220, title = { ja = "拠点", en = "Site" }, content = "name" },
          { function(site) return present(site.address) and d:text(site.address) or d:missing() end, 380, title = { ja = "所在地", en = "Address" } },
          { function(site) return present(site.activities) and d:text(site.activities) or d:missing() end, 400, title = { ja = "活動", en = "Activities" } },
        }, { empty = d:text { ja = "拠点の記載がありません。", en = "No site is described." } })
      end)
    end)
    d:section({ ja = "インタフェース及び依存関係", en = "Interfaces and dependencies" }, function()
      d:paragraph { ja = "適用範囲の活動と、範囲外の組織が行う活動との間のやり取り及びその管理の方法を示す。", en = "What passes between the activities in scope and those of others, and how it is controlled." }
      d:table(list(scope.interfaces or {}), {
        { function(x) return d:text(x.party) end, 260, title = { ja = "相手", en = "With" }, content = "name" },
        { function(x) return present(x.kind) and d:text(x.kind) or d:missing() end, 370, title = { ja = "内容", en = "What" } },
        { function(x) return present(x.control) and d:text(x.control) or d:missing() end, 370, title = { ja = "管理の方法", en = "How it is controlled" } },
      }, { empty = d:text { ja = "インタフェースの記載がありません。", en = "No interface is described." } })
    end)
    d:section({ ja = "除外", en = "Exclusions" }, function()
      d:table(list(scope.exclusions or {}), {
        { function(x) return d:text(x.what) end, 400, title = { ja = "除外するもの", en = "What is excluded" } },
        { function(x) return d:required(d:text(x.reason)) end, 600, title = { ja = "理由", en = "Reason" } },
      }, { empty = d:text { ja = "適用範囲から除外する組織、拠点及び業務はない。", en = "No unit, site or activity is excluded." } })
    end)
    if #(scope.drawings or {}) > 0 then
      d:section({ ja = "図面", en = "Drawings" }, function()
        for _, drawing in ipairs(scope.drawings) do
          local kind = drawing.file:lower():match("%.(%w+)$")
          if kind == "png" or kind == "jpg" or kind == "jpeg" or kind == "svg" then
            d:image(drawing.file, drawing.title, d:text(drawing.title))
          else
            d:paragraph(d:text(drawing.title), d:text { ja = "：", en = ": " }, d:code(drawing.file))
          end
        end
      end)
    end
  end,
}

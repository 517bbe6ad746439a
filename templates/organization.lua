-- Roles of the ISMS: a drawn chart, then who holds each role and what it may and must do.
return document "organization" {
  title = { ja = "ISMS運用組織図・役割一覧", en = "ISMS Organization and Roles" },
  clause = "5.3", group = "5", order = 530, needs = "role",
  body = function(isms, d)
    local vacant = isms.roles:count(function(role) return #(role.holder or {}) == 0 end)
    d:cover()
    d:overview {
      { ja = "本書は、ISMSを運用する役割と担当者、その責任と権限及び報告の経路を示す。",
        en = "This document shows the roles that run the ISMS, who holds them, what they answer for and to whom they report." },
      figures = {
        { #isms.roles, { ja = "役割", en = "{n:role|roles}" } }, { #isms.departments, { ja = "部門", en = "{n:department|departments}" } },
        { #isms.people, { ja = "登録した要員", en = "people on record" } },
        { vacant, { ja = "未任命の役割", en = "vacant roles" }, tone = vacant > 0 and "high" or nil },
      },
    }
    d:section({ ja = "ISMS運用組織図", en = "Organization chart" }, function()
      d:organization_chart(isms.roles, { caption = d:text { ja = "ISMSの運用組織", en = "Organization of the ISMS" } })
    end)
    d:section({ ja = "役割一覧", en = "Roles" }, function()
      d:table(isms.roles, {
        { function(role) return d:strong(d:text(role.name)) end, 190, title = { ja = "役割", en = "Role" }, content = "name" },
        { function(role) return #(role.holder or {}) > 0 and d:refs(role.holder, { lines = true }) or d:status(d:word("vacant"), "high") end, 150, title = { ja = "担当者", en = "Holder" }, content = "name" },
        { function(role) return role.reports_to and d:text(role.reports_to.name) or "—" end, 150, title = { ja = "報告先", en = "Reports to" }, content = "name" },
        { "responsibilities", 270, required = true }, { "authorities", 240, required = true },
      }, { home = true, kind = "role" })
    end)
    d:section({ ja = "部門", en = "Departments" }, function()
      d:table(isms.departments, { { "id", 90 }, { "name", 190 }, { "manager", 160, required = true }, { "employees", 90 }, { "duties", 470 } }, { home = true, kind = "department" })
    end)
    d:section({ ja = "役割を担う要員", en = "People with a role" }, function()
      local holders = isms.people:where(function(person) return #person:refs("role") > 0 end)
      d:table(holders, {
        { "name", 200 }, { "position", 220, content = "name" }, { "department", 200 },
        { function(person)
            local names = {}
            for index, role in ipairs(person:refs("role")) do names[index] = d:text(role.name) end
            return d:join(names)
          end, 380, title = { ja = "役割", en = "Roles" }, content = "name" },
      }, { home = true, kind = "person" })
    end)
  end,
}

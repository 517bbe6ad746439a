-- Authorities, special interest groups and emergency contacts.
local titles = {
  authority = { ja = "関係当局", en = "Authorities" }, group = { ja = "専門組織", en = "Special interest groups" }, emergency = { ja = "緊急連絡先", en = "Emergency contacts" },
}

return document "contacts" {
  title = { ja = "連絡先一覧表", en = "List of Contacts" },
  clause = "A.5.5", controls = { "5.5", "5.6" }, group = "controls", order = 1150, page = "landscape", needs = "contact",
  body = function(isms, d)
    local stale = isms.contacts:count(function(x) return not x.checked or add_months(x.checked, 12) < isms.date end)
    d:cover()
    d:overview {
      { ja = "本書は、関係当局、専門組織及び緊急時の連絡先と、連絡の目的及び方法を示す。連絡先は少なくとも年1回確認する。", en = "Authorities, special interest groups and emergency contacts, with what for and how to reach them. The entries are checked at least once a year." },
      figures = {
        { #isms.contacts, { ja = "連絡先", en = "{n:contact|contacts}" } }, { stale, { ja = "1年以内に未確認", en = "not checked within a year" }, tone = stale > 0 and "medium" or nil },
      },
    }
    for kind, part in isms.contacts:group("type") do
      d:section(titles[kind.id] or kind.title, function()
        d:table(part, {
          { "id", 70 }, { "name", 240, strong = true }, { "purpose", 270 },
          { function(x) return { d:text(x.means), present(x.url) and { d:br(), d:url(x.url) } or nil } end, 230, title = { ja = "連絡手段・URL", en = "Means, address" } },
          { "owner", 90, required = true },
          { function(x)
              if not x.checked then return d:missing { ja = "未確認", en = "never checked" } end
              if add_months(x.checked, 12) < isms.date then return { x.checked, d:br(), d:status(d:text { ja = "1年超", en = "over a year ago" }, "medium") } end
              return x.checked
            end, 90, title = { ja = "最終確認日", en = "Last checked" }, content = "date" },
        }, { home = true, kind = "contact" })
      end)
    end
  end,
}

-- The ten directives to management: state, evidence and what is to be done.
return document "directives" {
  title = { ja = "経営ガイドライン10項目点検", en = "Ten Directives to Management" },
  clause = "5.1", group = "frameworks", order = 1230, page = "landscape", needs = "directive",
  body = function(isms, d)
    local catalog, rows = isms:catalog("lua/catalogs/directives.yaml"), {}
    for _, directive in ipairs(catalog.directives) do rows[#rows + 1] = { directive = directive, record = isms:find(directive.id, "directive") } end
    rows = list(rows)
    local n = d:tally(rows, function(row) return row.record and row.record.state or "none" end)
    d:cover()
    d:overview {
      { ja = "本書は、サイバーセキュリティ経営ガイドラインが経営者に求める10の指示について、実施の状況と根拠、今後の処置を示す。", en = "How far the ten directives that the Japanese Cybersecurity Management Guidelines address to management have been carried out, on what evidence, and what is still to be done." },
      figures = {
        { n.done or 0, { ja = "実施", en = "done" } }, { n.partly or 0, { ja = "一部実施", en = "partly" }, tone = (n.partly or 0) > 0 and "medium" or nil },
        { n["not"] or 0, { ja = "未実施", en = "not yet" }, tone = (n["not"] or 0) > 0 and "high" or nil }, { n.none or 0, { ja = "未点検", en = "not examined" }, tone = (n.none or 0) > 0 and "high" or nil },
      },
    }
    d:section({ ja = "経営者の3原則", en = "Three principles" }, function()
      local items = {}
      for index, principle in ipairs(catalog.principles) do items[index] = d:text(principle.title) end
      d:list(items, { ordered = true })
    end)
    d:section({ ja = "10の指示の点検", en = "The ten directives" }, function()
      d:table(rows, {
        { function(row) return d:strong(d:say({ ja = "指示{id}", en = "{id}" }, { id = row.directive.id })) end, 60, title = d:word("number"), content = "id" },
        { function(row) return d:text(row.directive.title) end, 200, title = { ja = "指示", en = "Directive" } },
        { function(row)
            if not row.record then return d:missing { ja = "未点検", en = "not examined" } end
            return d:text(row.record:label("state")), row.record:tone("state")
          end, 80, title = { ja = "状況", en = "State" }, content = "status" },
        { function(row) return row.record and d:show_required(row.record, "evidence") end, 290, title = { ja = "根拠", en = "Evidence" } },
        { function(row)
            if not row.record then return nil end
            if present(row.record.action) then return d:text(row.record.action) end
            return row.record.state == "done" and "—" or d:missing()
          end, 200, title = { ja = "今後の処置", en = "Action" } },
        { function(row) return row.record and row.record.owner and d:ref(row.record.owner) or d:missing() end, 80, title = { ja = "責任者", en = "Owner" }, content = "name" },
        { function(row) return row.record and #(row.record.controls or {}) > 0 and d:refs(row.record.controls, { form = "id" }) or "—" end, 100, title = d:word("controls"), content = "name" },
      }, { wide = true, home = function(row) return row.record end, group = function(row)
        local number = tonumber(row.directive.id)
        for _, group in ipairs(catalog.groups) do
          if number >= group.from and number <= group.to then return d:text(group.title) end
        end
      end })
    end)
  end,
}

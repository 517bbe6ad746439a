-- A sheet of a form, a table and a form that is signed: it moves to the next page as a whole, whatever is left of its page.
local function sheet(d)
  local function row(heading) return { { heading, header = true }, { "記入した内容" } } end
  d:form { row "業務", row "情報", row "認証", row "契約", row "責任者" }
  local points = {}
  for index = 1, 8 do points[index] = { index } end
  d:table(list(points), {
    { function(point) return tostring(point[1]) end, 50, title = "No", content = "number" }, { function() return "審査する項目" end, 400, title = "項目" },
  })
  d:form { { { "審査者", header = true }, { "", seal = true }, { "承認者", header = true }, { "", seal = true } } }
end

return document "form-sheet" {
  title = { ja = "組になる様式" }, group = "4", order = 1,
  body = function(isms, d)
    for _, count in ipairs { 8, 14, 20 } do
      d:page()
      for i = 1, count do d:paragraph(("%d行目の文章である。"):format(i)) end
      d:section(("%d行の後の様式"):format(count), function() sheet(d) end)
    end
  end,
}

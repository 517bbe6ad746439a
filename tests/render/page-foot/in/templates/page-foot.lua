-- Headings and paragraphs at the foot of a page, each time one paragraph further down.
return document "page-foot" {
  title = { ja = "頁の下端" }, group = "4", order = 1,
  body = function(isms, d)
    for count = 23, 28 do
      d:page()
      for i = 1, count do d:paragraph(("%d行目の文章である。"):format(i)) end
      d:section(("%d行の後の見出し"):format(count), function()
        d:section("小見出し", function()
          d:paragraph(("見出しに続く三行の段落である。"):rep(8))
          d:paragraph(("その次の段落である。"):rep(11))
        end)
      end)
    end
  end,
}

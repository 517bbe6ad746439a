return document "contents" {
  title = { ja = "組版の見本" }, group = "4", order = 1,
  body = function(isms, d)
    d:contents()
    for i = 1, 9 do
      d:section(("第%d部の見出し"):format(i), function()
        d:paragraph("本文を置く。")
        d:section(("その%dの小見出しで、目次に載る"):format(i), function()
          d:paragraph("一頁に一つの文章を置く。") d:page()
        end)
      end)
    end
  end,
}

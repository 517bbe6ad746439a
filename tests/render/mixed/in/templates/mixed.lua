return document "mixed" {
  title = { ja = "組版の見本" }, group = "4", order = 1,
  body = function(isms, d)
    d:section("縦の頁", function() d:paragraph(("縦の頁の文章である。"):rep(30)) end)
    d:section("横の頁", { landscape = true }, function()
      d:side_by_side(function() d:paragraph("左の段に置く文章である。") end, function() d:paragraph("右の段に置く文章である。") end)
    end)
    d:section("縦に戻る頁", function() d:paragraph("再び縦の頁に置く。") d:page("landscape") d:paragraph("指定で横にした頁。") end)
  end,
}

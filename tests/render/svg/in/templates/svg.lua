return document "svg" {
  title = { ja = "図版の見本" }, group = "4", order = 1,
  body = function(isms, d)
    d:section("構成図")
    d:image("images/network.svg", "本社と第二工場の二つのLANがファイアウォールを通ってインターネットに出る", "ネットワークの構成")
    d:paragraph("図の後に続く本文である。")
  end,
}

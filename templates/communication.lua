-- Communication: what is said to whom, when, by whom and how.
return document "communication" {
  title = { ja = "コミュニケーション計画", en = "Communication Plan" },
  clause = "7.4", group = "7", order = 740, page = "landscape", needs = "communication",
  body = function(isms, d)
    local n = d:tally(isms.communications, function(x) return x.side or "none" end)
    d:cover()
    d:overview {
      { ja = "本書は、ISMSに関する内部及び外部とのコミュニケーションについて、内容、時期、対象者、実施者及び方法を定める。", en = "What is communicated about the ISMS inside and outside the organization: the matter, when, with whom, by whom and how." },
      figures = { { #isms.communications, { ja = "コミュニケーション", en = "{n:item|items}" } }, { n.internal or 0, { ja = "内部", en = "internal" } }, { n.external or 0, { ja = "外部", en = "external" } } },
    }
    for side, part in isms.communications:group("side") do
      d:section(side == "" and { ja = "区分の記載がないもの", en = "Side not given" } or { d:text(side.title), d:text { ja = "のコミュニケーション", en = " communication" } }, function()
        d:table(part, { { "id", 70 }, { "what", 250, strong = true }, { "timing", 180 }, { "audience", 160 }, { "sender", 130, required = true }, { "means", 210 } }, { home = true, kind = "communication" })
      end)
    end
  end,
}

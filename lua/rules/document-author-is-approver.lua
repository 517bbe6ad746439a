rule "document-author-is-approver" {
  severity = "error", clause = "7.5",
  text = { ja = "{id} の作成者と承認者が同じ人（{person}）です", en = "{person} both wrote and approved {id}" },
  check = function(isms, report)
    local function look(document)
      if document.author and document.author == document.approver then
        report { record = document, at = "approver", id = document.id, person = document.author.name }
      end
    end
    for _, document in ipairs(isms.documents) do look(document) end
    for _, edition in ipairs(isms.editions) do look(edition) end
  end,
  why = { ja = "書いた本人の承認は、確認したことにならない。", en = "An approval by the author confirms nothing." },
  fix = { ja = "approver を別の責任者に改めてください", en = "let somebody else approve it" },
}

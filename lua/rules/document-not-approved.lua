rule "document-not-approved" {
  severity = "error", clause = "7.5",
  text = { ja = "文書 {id} の第{version}版に承認の記録がありません", en = "version {version} of document {id} has no recorded approval" },
  check = function(isms, report)
    local function look(document)
      if not document.version then return end
      for _, approval in ipairs(document:refs("approval")) do
        if approval.role == "approver" and approval.version == document.version then return end
      end
      report { record = document, at = "version", id = document.id, version = document.version }
    end
    for _, document in ipairs(isms.documents) do look(document) end
    for _, edition in ipairs(isms.editions) do look(edition) end
  end,
  why = { ja = "承認のない版は案であり、従うべき文書ではない。", en = "A version without approval is a draft, not a rule." },
  fix = { ja = "approvals.yaml に role: approver、version: \"{version}\" の記録を加えてください",
          en = "add a record with role: approver and version: \"{version}\" to approvals.yaml" },
}

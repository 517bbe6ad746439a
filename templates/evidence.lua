-- Index of evidence: every piece, where it lies, its hash, what it shows.
local function file_cell(d)
  return function(evidence)
    if not present(evidence.file) then return present(evidence.location) and d:text(evidence.location) or d:missing() end
    if not evidence:file_exists("file") then return { d:code(evidence.file), d:br(), d:status(d:text { ja = "ファイルがありません", en = "file not found" }, "high") } end
    return { d:code(evidence.file), d:br(), d:soft("SHA-256 ", (evidence:sha256("file") or ""):sub(1, 16), "…") }
  end
end

return document "evidence" {
  title = { ja = "証拠索引", en = "Index of Evidence" },
  clause = "7.5.3", group = "7", order = 760, page = "landscape", needs = "evidence",
  body = function(isms, d)
    local lost = isms.evidence:count(function(e) return present(e.file) and not e:file_exists("file") end)
    local elsewhere = isms.evidence:count(function(e) return not present(e.file) end)
    local idle = isms.evidence:count(function(e) return #(e.clauses or {}) == 0 and #(e.controls or {}) == 0 and #e:refs() == 0 end)
    d:cover()
    d:overview {
      { ja = "本書は、ISMSの運用を示す証拠の所在と、それぞれが示す箇条及び管理策の索引である。電子ファイルには内容のハッシュ値（SHA-256、先頭16桁）を添え、登録後の変更を確かめられるようにしている。全桁は、本書と同時に出力するデータファイルにある。",
        en = "This index says where each piece of evidence lies and which clauses and controls it shows. Files carry the first 16 digits of their SHA-256 hash, so that a later change can be detected; the full values are in the data files made together with this index." },
      figures = {
        { #isms.evidence, { ja = "証拠", en = "{n:piece|pieces}" } }, { #isms.evidence - elsewhere, { ja = "電子ファイル", en = "{n:file|files}" } }, { elsewhere, { ja = "別に保管", en = "kept elsewhere" } },
        { lost, { ja = "ファイルなし", en = "file not found" }, tone = lost > 0 and "high" or nil },
        { idle, { ja = "参照なし", en = "shows nothing" }, tone = idle > 0 and "medium" or nil },
      },
    }
    d:section({ ja = "証拠の一覧", en = "Evidence" })
    d:table(isms.evidence, {
      { "id", 80 }, { "title", 210 }, { "type", 80, content = "name" }, { "date", 80 }, { "collected_by", 90 },
      { file_cell(d), 240, title = { ja = "ファイル・保管場所", en = "File or place" } },
      { function(e) return e.clauses and #e.clauses > 0 and d:refs(e.clauses, { form = "id", limit = 12 }) or "—" end, 100, title = { ja = "箇条", en = "Clauses" } },
      { function(e) return e.controls and #e.controls > 0 and d:refs(e.controls, { form = "id", limit = 12 }) or "—" end, 120, title = d:word("controls") },
    }, { home = true, wide = true, kind = "evidence" })
  end,
}

rule "control-missing" {
  severity = "error", clause = "6.1.3",
  text = { ja = "適用宣言書に附属書Aの管理策 {number}「{name}」がありません",
           en = "the Statement of Applicability lacks control {number} ({name}) of Annex A" },
  check = function(isms, report)
    if #isms.controls == 0 then return end
    for _, entry in ipairs(isms:catalog("lua/catalogs/annex-a.yaml").controls) do
      if not isms:find(entry.id, "control") then
        report { record = isms.controls[1], number = entry.id, name = entry.title }
      end
    end
  end,
  why = { ja = "適用宣言書は93の管理策すべてについて、採否とその理由を示す文書である。", en = "The statement decides on each of the 93 controls and says why." },
  fix = { ja = "soa.yaml に id: \"{number}\" の行を加え、採否と理由を書いてください",
          en = "add a row with id: \"{number}\" to soa.yaml, with the decision and its reason" },
}

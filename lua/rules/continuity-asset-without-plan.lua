rule "continuity-asset-without-plan" {
  severity = "note", clause = "5.30",
  text = { ja = "可用性3の資産 {id}「{name}」が、どの事業継続計画にも入っていません", en = "asset {id} ({name}) of availability 3 is in no continuity plan" },
  check = function(isms, report)
    if #isms.continuities == 0 then return end
    for _, asset in ipairs(isms.assets) do
      if asset.availability == 3 and #asset:refs("continuity") == 0 then report { record = asset, at = "availability" } end
    end
  end,
  why = { ja = "止められないとした資産には、続けるための備えがあるはずである。", en = "What must not stop is expected to have a plan to keep it going." },
  fix = { ja = "continuity.yaml の assets に {id} を加えるか、可用性の評価値を見直してください", en = "add {id} to assets in continuity.yaml, or look again at its availability" },
}

-- Reasons that only repeat the decision.
local empty_words = { "不要", "必要ない", "必要なし", "該当なし", "対象外", "not needed", "not required", "not applicable", "n/a" }

rule "control-excluded-as-not-needed" {
  severity = "error", clause = "6.1.3",
  text = { ja = "管理策 {id} の除外理由「{words}」は、理由になっていません", en = "“{words}” is no reason to exclude control {id}" },
  each = "control",
  check = function(control, report, isms)
    if control.applicable ~= false then return end
    local words = trim(text(control.reason, isms.languages[1]) or "")
    local lower = words:lower():gsub("のため", ""):gsub("です", ""):gsub("である", ""):gsub("。", ""):gsub("%.", "")
    for _, empty in ipairs(empty_words) do
      if lower == empty then report { words = words } return end
    end
  end,
  at = "reason",
  why = { ja = "「不要」は結論であって理由ではない。審査員は、その業務が本当にないのかを確かめる。", en = "“Not needed” is the conclusion, not the reason; an auditor checks whether the activity really does not exist." },
  fix = { ja = "対象となる業務・設備・情報がないことを具体的に書いてください", en = "name the activity, equipment or information that does not exist" },
}

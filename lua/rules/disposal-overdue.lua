-- Start event and period; nil when the record is kept for ever or either is unknown.
local function due_of(disposal)
  local retention, started = disposal.retention, disposal.started
  if not retention or not started or retention.permanent then return nil end
  if retention.years then return add_months(started, math.floor(retention.years * 12 + 0.5)) end
  if retention.months then return add_months(started, retention.months) end
  if retention.days then return add_days(started, retention.days) end
end

rule "disposal-overdue" {
  severity = "warning", clause = "8.10",
  text = { ja = "{id}「{what}」の廃棄期日 {due} を過ぎていますが、廃棄の記録がありません", en = "{id} ({what}) was to be disposed of by {due} and is still there" },
  each = "disposal",
  check = function(disposal, report, isms)
    local due = not disposal.date and due_of(disposal)
    if due and due < isms.date then report { due = due } end
  end,
  at = "started",
  why = { ja = "要らなくなった情報は、持っているだけでリスクになる。", en = "Information that is no longer needed is nothing but a risk." },
  fix = { ja = "廃棄して date、how、by 及び proof を書いてください", en = "dispose of it and write date, how, by and proof" },
}

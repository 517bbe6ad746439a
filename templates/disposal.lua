-- Disposal: what is due (start event + period) and what was disposed of, how, by whom, with which proof.
local function due_cell(d, disposal)
  local due = d:disposal_due(disposal)
  if due then
    if not disposal.date and due < d.isms.date then return { due, d:br(), d:status(d:word("overdue"), "high") }, "high" end
    return due
  end
  if disposal.retention and disposal.retention.permanent then return d:word("permanent") end
  if disposal.retention then return d:missing { ja = "起算日が不明", en = "start unknown" } end
  return "—"
end

local function open_ones(isms, d)
  local open = isms.disposals:where(function(x) return not x.date end)
  d:section({ ja = "廃棄の予定", en = "To be disposed of" }, function()
    d:table(open, {
      { "id", 90 }, { "what", 330, strong = true }, { "retention", 220, form = "both" }, { "started", 110 },
      { function(x) return d:retention_period(x.retention) or "—" end, 90, title = { ja = "保存期間", en = "Period" }, content = "status" },
      { function(x) return due_cell(d, x) end, 110, title = { ja = "廃棄期日", en = "Due" }, content = "date" },
      { "asset", 100, form = "id" },
    }, { home = true, kind = "disposal", empty = d:text { ja = "廃棄の予定の記録はない。", en = "Nothing is waiting for disposal." } })
  end)
end

return document "disposal" {
  title = { ja = "廃棄記録", en = "Disposal Log" },
  clause = "A.8.10", controls = { "5.33", "7.14", "8.10" }, group = "controls", order = 1170, page = "landscape", needs = "disposal",
  body = function(isms, d)
    local done = isms.disposals:where(function(x) return x.date ~= nil end):sort(function(a, b) return a.date > b.date end)
    local late = isms.disposals:count(function(x) local due = d:disposal_due(x) return not x.date and due ~= nil and due < isms.date end)
    local early = done:count(function(x) local due = d:disposal_due(x) return due ~= nil and x.date < due end)
    local unproven = done:count(function(x) return not present(x.proof) end)
    d:cover()
    d:overview {
      { ja = "本書は、保存期間を過ぎた記録と、使用を終えた媒体及び機器の廃棄の予定と記録である。廃棄期日は、起算日に保存期間を加えた日とする。", en = "Records past their retention period, and media and equipment no longer used: what is due for disposal and what was disposed of. The due date is the start event plus the period." },
      figures = {
        { #done, { ja = "廃棄済み", en = "disposed of" } }, { #isms.disposals - #done, { ja = "廃棄の予定", en = "to be disposed of" } }, { late, { ja = "期限超過", en = "overdue" }, tone = late > 0 and "high" or nil },
        { early, { ja = "期日前の廃棄", en = "before its time" }, tone = early > 0 and "high" or nil }, { unproven, { ja = "証明なし", en = "without proof" }, tone = unproven > 0 and "medium" or nil },
      },
    }
    open_ones(isms, d)
    d:section({ ja = "廃棄の記録", en = "Disposals" }, function()
      d:table(done, {
        { "id", 75 }, { "date", 80 }, { "what", 190, strong = true }, { "retention", 150, form = "both" }, { "started", 80 },
        { function(x)
            local due = d:disposal_due(x)
            if due and x.date < due then return { due, d:br(), d:status(d:text { ja = "期日前", en = "too early" }, "high") }, "high" end
            return due_cell(d, x)
          end, 80, title = { ja = "廃棄期日", en = "Due" }, content = "date" },
        { "how", 150, required = true }, { "by", 75, required = true }, { "proof", 130, required = true }, { "asset", 60, form = "id" },
      }, { home = true, kind = "disposal", wide = true })
    end)
  end,
}

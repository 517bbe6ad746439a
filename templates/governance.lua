-- Evaluation of governance: the part of top management, how far the awareness of risks is shared, targets by department.
local function met(record)
  if record.target == nil or record.value == nil then return nil end
  return record.value >= record.target
end

return document "governance" {
  title = { ja = "ガバナンス評価", en = "Governance Evaluation" },
  clause = "5.1", clauses = { "5.1", "9.1" }, group = "frameworks", order = 1240, page = "landscape", needs = "governance",
  body = function(isms, d)
    local all = isms.governances
    local reached = all:count(function(x) return met(x) == true end)
    local missed = all:count(function(x) return met(x) == false end)
    d:cover()
    d:overview {
      { ja = "本書は、情報セキュリティガバナンスの有効性を、トップマネジメントの役割の遂行、リスク認識の共有の程度及び部門の目標の達成状況から評価した結果を示す。", en = "How well information security is governed: whether top management plays its part, how far the awareness of risks is shared, and how far the departments reach their targets." },
      figures = {
        { #all, { ja = "評価項目", en = "{n:item|items}" } }, { reached, { ja = "達成", en = "reached" } }, { missed, { ja = "未達成", en = "missed" }, tone = missed > 0 and "medium" or nil },
        { #all - reached - missed, { ja = "判定なし", en = "not judged" }, tone = reached + missed < #all and "medium" or nil },
      },
    }
    d:section({ ja = "評価", en = "Evaluation" }, function()
      d:table(all, {
        { "id", 60 }, { "department", 110 }, { "indicator", 250, required = true },
        { function(x) return d:with_unit(x.target, x.unit) or d:missing() end, 70, title = { ja = "目標", en = "Target" }, content = "number" },
        { function(x) return d:with_unit(x.value, x.unit) or d:missing() end, 70, title = { ja = "実績", en = "Value" }, content = "number" },
        { function(x)
            local state = met(x)
            if state == nil then return "—" end
            return d:text(state and { ja = "○ 達成", en = "reached" } or { ja = "× 未達成", en = "missed" }), state and "good" or "high"
          end, 80, title = { ja = "判定", en = "Result" }, content = "status" },
        { "date", 80 }, { "comment", 260, required = true }, { "evaluated_by", 80, required = true },
      }, { home = true, kind = "governance", wide = true, group = function(x) return d:text(x.aspect) end })
    end)
    local bars = {}
    for _, record in ipairs(all) do
      if record.target and record.target ~= 0 and record.value then
        bars[#bars + 1] = { title = record.id .. " " .. (record.department and d:text(record.department.name) .. d:text { ja = "：", en = ": " } or "") .. d:text(record.indicator or record.aspect),
          value = math.floor(record.value * 100 / record.target + 0.5), target = 100,
          figures = d:with_unit(record.value, record.unit) .. " / " .. d:with_unit(record.target, record.unit) }
      end
    end
    if #bars > 0 then
      d:section({ ja = "目標に対する達成の割合（％）", en = "Share of the target reached (%)" }, function()
        d:target_bar(bars, { width = 60000, label = 24000, value_title = { ja = "実績", en = "value" } })
      end)
    end
  end,
}

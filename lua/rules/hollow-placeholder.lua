-- Words that say that something is still to be written.
local placeholders = { "〇〇", "○○", "××", "TODO", "TBD", "FIXME", "20XX", "20xx", "XXXX", "lorem ipsum", "（記入）", "要記入" }

rule "hollow-placeholder" {
  severity = "error", clause = "7.5",
  text = { ja = "{id} に記入していない箇所が残っています: 「{mark}」", en = "{id} still holds a placeholder: “{mark}”" },
  check = function(isms, report)
    local function look(record, path, value)
      if type(value) == "string" then
        local mark = find_any(value, placeholders)
        if mark then report { record = record, at = path, id = record.id, mark = mark } end
      end
    end
    for _, kind in ipairs(isms.kinds) do
      local texts = {}
      for _, field in ipairs(kind.fields) do
        if field.type == "text" or field.type == "string" then texts[#texts + 1] = field.name end
      end
      for _, record in ipairs(list(isms[kind.plural])) do
        for _, name in ipairs(texts) do
          local value = record[name]
          if type(value) == "table" then
            for _, words in sorted(value) do look(record, name, words) end
          elseif value then
            look(record, name, value)
          end
        end
        if kind.name == "document" and record:has_body() then
          local mark = find_any(record:body_text(), placeholders)
          if mark then report { record = record, id = record.id, mark = mark } end
        end
      end
    end
  end,
  why = { ja = "ひな形のまま残った言葉は、その文書が使われていないことを示す。", en = "Left-over words of a template show that nobody uses the document." },
  fix = { ja = "自社の内容に書き換えてください", en = "replace it by what holds in your organization" },
}

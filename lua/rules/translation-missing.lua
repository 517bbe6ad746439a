rule "translation-missing" {
  severity = "warning", clause = "7.5",
  text = { ja = "{kind_title} {id} の「{field_title}」に{language}の文がありません", en = "{field_title} of {kind_title} {id} is not given in {language}" },
  check = function(isms, report)
    local languages = isms.languages
    if #languages < 2 then return end
    local names = { ja = { ja = "日本語", en = "Japanese" }, en = { ja = "英語", en = "English" } }
    for _, kind in ipairs(isms.kinds) do
      for _, record in ipairs(list(isms[kind.plural])) do
        for _, field in ipairs(kind.fields) do
          local value = field.type == "text" and record[field.name]
          if type(value) == "table" then
            for _, language in ipairs(languages) do
              if not has_language(value, language) then
                report { record = record, at = field.name, id = record.id, kind_title = kind.title,
                         field_title = field.title, language = names[language] }
              end
            end
          end
        end
      end
    end
  end,
  why = { ja = "一方の言語にだけある内容は、もう一方の版では存在しないことになる。", en = "What stands in one language only does not exist in the other edition." },
  fix = { ja = "欠けている言語の文を加えてください", en = "add the text in the missing language" },
}

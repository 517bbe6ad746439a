-- Which documents are made, in which order, and what is known about each before it is written.
return function(class)
  local function other(language) return language == "ja" and "en" or "ja" end

  local function edition_of(isms, id)
    for _, edition in ipairs(isms.manifest and isms.manifest.documents or {}) do
      if edition.id == id then return edition end
    end
  end

  local function value_of(option, isms, record)
    if type(option) == "function" then return option(isms, record) end
    return option
  end

  -- Is the document wanted: the manifest asks for it, or `needs` names a kind that must have records, or decides itself.
  local function is_needed(template, isms)
    local needs, edition = template.needs, edition_of(isms, template.id)
    if needs == nil or edition and edition.always then return true end
    if type(needs) == "function" then return needs(isms) end
    for _, kind in ipairs(isms.kinds) do
      if kind.name == needs then
        local records = isms[kind.single and kind.name or kind.plural]
        return records ~= nil and (kind.single or #records > 0)
      end
    end
    return false
  end

  local function records_of(template, isms)
    for _, kind in ipairs(isms.kinds) do
      if kind.name == template.each then return isms[kind.plural] end
    end
    return {}
  end

  local function group_title(isms, group, language)
    local word = class.words[language]["group_" .. group] -- groups that are not a clause
    if word then return word end
    for _, entry in ipairs(isms:catalog("lua/catalogs/clauses.yaml").groups) do
      if entry.id == group then return text(entry.title, language) end
    end
    return ""
  end

  -- What footers say of the revision: nothing outside git, and a mark when files differ from the commit.
  local function built_from(language, context)
    if context.revision_unknown then return class.words[language].revision_unknown end
    return context.commit .. (context.dirty and "+" or "")
  end

  -- The line of the plan for one document. A document with an edition of its own takes everything from it; one made
  -- for a record, number, classification and version of the form from the edition of the template.
  local function line_of(template, isms, language, record, context)
    local id = template.id
    if record then id = template.record_id and template.record_id(record) or (template.id .. "-" .. record.id) end
    local own, form = edition_of(isms, id), edition_of(isms, template.id)
    if (own and own.omit) or (form and form.omit) then return nil end
    local edition = own or form or {}
    local source = template.from_record and template.from_record(record) or {}
    local edition_title = edition.title
    if type(edition_title) == "string" and language ~= context.languages[1] then edition_title = nil end -- a plain title is in the first language
    local title = value_of(source.title or edition_title or template.title, isms, record)
    local manifest = isms.manifest
    local subtitle = source.subtitle and text(source.subtitle, language)
    if not subtitle and type(title) == "table" and title[other(language)] and title[language] then subtitle = title[other(language)] end
    if not subtitle and not source.title and type(title) == "string" then subtitle = text(template.title, other(language)) end
    -- Japanese documents carry the English title below their own; English ones the Japanese where the project speaks Japanese.
    if language == "en" and not source.subtitle and not contains(context.languages, "ja") then subtitle = "" end
    if subtitle == text(title, language) then subtitle = "" end
    local author = source.author or edition.author
    local group = template.group or (template.dashboard and "" or "other")
    return {
      id = id, template = template, record = record, edition = not template.from_record and (own or (not record and form)) or nil,
      isms = isms, language = language, name = text(title, language),
      title = text(title, language) .. (record and not template.from_record and " " .. record.id or ""), subtitle = subtitle or "",
      number = source.number or edition.number or "", version = source.version or (own or not record) and edition.version or "",
      form_version = record and not own and not template.from_record and edition.version or nil,
      classification = source.classification or edition.classification or "",
      issued = source.issued or (record and template.issued and template.issued(record)) or edition.issued or "",
      revised = source.revised or (not (record and template.issued) and edition.revised) or "",
      organization = manifest and manifest.organization and text(manifest.organization.name, language) or "",
      group = group, group_title = group_title(isms, group, language),
      author = author and text(author.name, language) or "", path = template.from_record and record.path or "",
      landscape = template.page == "landscape", dashboard = template.dashboard == true, binder = template.binder == true,
      commit = context.commit, dirty = context.dirty, built_from = built_from(language, context),
      revision_unknown = context.revision_unknown, draft = context.draft, logo = context.logo,
    }
  end

  -- A record with a language of its own is not shown in the other.
  local function speaks(record, language)
    return record.kind ~= "document" or record.language == nil or record.language == language
  end

  -- templates: list of what the files returned, each with `id`. Gives the lines of the plan, language by language.
  return function(templates, isms, context)
    local function order_of(template)
      local edition = edition_of(isms, template.id)
      return edition and edition.order or template.order or 1000
    end
    local ordered = list(templates):sort(function(a, b)
      if order_of(a) ~= order_of(b) then return order_of(a) < order_of(b) end
      return a.id < b.id
    end)
    local result = {}
    for _, language in ipairs(context.languages) do
      local all, binder = {}, nil
      for _, template in ipairs(ordered) do
        if template.binder then
          binder = line_of(template, isms, language, nil, context)
        elseif is_needed(template, isms) then
          if template.each then
            local records = records_of(template, isms)
            if template.by_id then records = class:by_id(records) end
            for _, record in ipairs(records) do
              if speaks(record, language) then all[#all + 1] = line_of(template, isms, language, record, context) end
            end
          else
            all[#all + 1] = line_of(template, isms, language, nil, context)
          end
        end
      end
      for _, document in ipairs(all) do
        document.all = all
        result[#result + 1] = document
      end
      if binder and #all > 0 then
        binder.all = all
        result[#result + 1] = binder
      end
    end
    return result
  end
end

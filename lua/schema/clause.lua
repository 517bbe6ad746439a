-- Clauses 4 to 10: records that come from the catalogue alone.
return {
  name = "clause", plural = "clauses", shape = "catalog",
  title = { ja = "箇条", en = "Clause" }, title_field = "title",
  catalog = "lua/catalogs/clauses.yaml", catalog_list = "clauses",
  fields = {
    { "id", "id", required = true, title = { ja = "箇条", en = "Clause" } },
    { "title", "text", required = true, title = { ja = "表題", en = "Title" } },
    { "parent", "string", title = { ja = "上位", en = "Parent" } },
    { "documented_information", "text", title = { ja = "求められる文書化した情報", en = "Documented information asked for" } },
    { "inputs", "any", title = { ja = "インプット", en = "Inputs" } },
  },
}

return {
  name = "person", plural = "people", shape = "list", clause = "5.3",
  title = { ja = "要員", en = "Person" }, title_field = "name",
  files = { "people.yaml", "people.csv" },
  fields = {
    { "id", "id", required = true, title = { ja = "番号", en = "ID" } },
    { "name", "text", required = true, title = { ja = "氏名", en = "Name" } },
    { "position", "text", title = { ja = "役職", en = "Position" } },
    { "department", "ref", to = { "department" }, title = { ja = "部門", en = "Department" } },
    { "email", "string", title = { ja = "メール", en = "E-mail" } },
    { "left", "date", title = { ja = "退職日", en = "Left" } },
  },
}

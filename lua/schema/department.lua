return {
  name = "department", plural = "departments", shape = "list", clause = "5.3",
  title = { ja = "部門", en = "Department" }, title_field = "name",
  files = { "departments.yaml", "departments.csv" },
  fields = {
    { "id", "id", required = true, title = { ja = "番号", en = "ID" } },
    { "name", "text", required = true, title = { ja = "部門名", en = "Name" } },
    { "manager", "ref", to = { "person" }, title = { ja = "部門管理者", en = "Manager" } },
    { "parent", "ref", to = { "department" }, title = { ja = "上位部門", en = "Belongs to" } },
    { "employees", "integer", min = 0, title = { ja = "人数", en = "Employees" } },
    { "duties", "text", title = { ja = "業務", en = "Duties" } },
  },
}

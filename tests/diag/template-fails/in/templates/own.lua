return document "own" {
  title = { ja = "試験", en = "Test" }, group = "4",
  body = function(isms, d)
    d:table(isms.departments, { "id", "colour" })
  end,
}

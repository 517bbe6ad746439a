return {
  name = "quiz", plural = "quizzes", shape = "file", clause = "7.3",
  title = { ja = "理解度確認テスト", en = "Quiz" }, title_field = "title",
  files = { "training/quizzes/**.yaml" },
  fields = {
    { "id", "id", required = true, title = { ja = "番号", en = "ID" } },
    { "title", "text", required = true, title = { ja = "表題", en = "Title" } },
    { "pass_mark", "integer", min = 0, required = true, title = { ja = "合格点", en = "Pass mark" } },
    { "questions", "list", required = true, title = { ja = "設問", en = "Questions" }, of = { "map", fields = {
      { "question", "text", required = true, title = { ja = "設問", en = "Question" } },
      { "choices", "list", of = { "text" }, title = { ja = "選択肢", en = "Choices" } },
      { "answer", "string", required = true, title = { ja = "答え", en = "Answer" },
        help = { ja = "選択肢の順の記号A、B、C…。選択肢のない設問は○又は×", en = "Letter of the choice in order: A, B, C…; true or false without choices" } },
      { "points", "integer", min = 0, title = { ja = "配点", en = "Points" } },
      { "explanation", "text", title = { ja = "解説", en = "Explanation" } },
    } } },
  },
}

return { name = "house", base = "mincho", paper = "letter", body = { size = 9.5, leading = 15, hanging = true }, heading = { first = 13 },
  logo = { file = "images/logo.png", width = "30mm", height = "8mm" },
  rule = { width = 1 }, colors = { key = "#402060", rule = "#404040" }, tones = { high = { text = "#700010", fill = "#ffe8e8" } } }

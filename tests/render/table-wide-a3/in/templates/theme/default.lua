return { name = "default", paper = { width = "297mm", height = "420mm" } }

return { name = "default", css = "templates/theme/default.css", body = { hanging = true } }

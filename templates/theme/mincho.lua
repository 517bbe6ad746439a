-- The looks of a report of a public office: Mincho for the words, Gothic for headings and emphasis, deep green, more
-- room. What is left out is as in the default theme.
return {
  name = "mincho",
  css = { "templates/theme/default.css", "templates/theme/mincho.css" },

  portrait = { top = "28mm", right = "25mm", bottom = "25mm", left = "25mm" },
  landscape = { top = "22mm", right = "18mm", bottom = "20mm", left = "18mm" },

  body = { size = 10.5, leading = 18.5 },
  table = { size = 8.5, leading = 12.6, padding_x = "1.8mm", padding_y = "1.2mm" },
  heading = { first = 15, second = 12, third = 10.5 },
  title = { size = 25 },
  rule = { width = 0.5 },

  colors = {
    ink = "#1a1a1a", soft = "#595959", key = "#1e463c",
    rule = "#9aa39f", header = "#edf1ee", stamp = "#9c2b20",
  },
  tones = {
    low = { text = "#17405f", fill = "#e1ecf5" },
    medium = { text = "#553f00", fill = "#f9efcc" },
    high = { text = "#8f1d12", fill = "#f6dbd6" },
    critical = { text = "#ffffff", fill = "#8f1d12" },
    good = { text = "#1a4425", fill = "#e3f0e2" },
    accent = { text = "#1e463c", fill = "#e4ece8" },
  },

  fonts = {
    regular = { "ipaexm.ttf", "BIZUDGothic-Regular.ttf", "DejaVuSans.ttf" },
    bold = { "BIZUDGothic-Bold.ttf", "DejaVuSans-Bold.ttf", "ipaexm.ttf" },
    latin = { "ipaexm.ttf" },
    latin_bold = { "BIZUDPGothic-Bold.ttf" },
    western = { "LiberationSerif-Regular.ttf" },
    western_bold = { "LiberationSans-Bold.ttf" },
    mono = { "BIZUDGothic-Regular.ttf", "DejaVuSansMono.ttf", "ipaexm.ttf" },
  },
}

-- The looks of all documents. Lengths are points, or text with a unit ("24mm"); colours "#rrggbb".
-- A project changes them with a file of the same path; what it leaves out keeps the value given here.
-- Every pair of text and fill has a contrast of at least 4.5 : 1.
return {
  name = "default",
  css = "templates/theme/default.css",

  paper = { width = "210mm", height = "297mm" },
  portrait = { top = "24mm", right = "20mm", bottom = "20mm", left = "20mm" },
  landscape = { top = "20mm", right = "15mm", bottom = "16mm", left = "15mm" },

  body = { size = 10, leading = 16.5 },
  table = { size = 8, leading = 11.6, padding_x = "1.6mm", padding_y = "1mm" },
  heading = { first = 15, second = 11.5, third = 9.8 },
  title = { size = 26 },
  rule = { width = 0.4 },

  colors = {
    ink = "#1b1f24", soft = "#57616b", key = "#123a6b",
    rule = "#b9c0c8", header = "#eef1f4", stamp = "#b3261e",
  },
  tones = {
    low = { text = "#1d5a8e", fill = "#dcecf8" },
    medium = { text = "#7a5a00", fill = "#fdf0c2" },
    high = { text = "#9a1c10", fill = "#f9d5d0" },
    critical = { text = "#ffffff", fill = "#9a1c10" },
    good = { text = "#1f5e3a", fill = "#ddf0e3" },
    accent = { text = "#123a6b", fill = "#e6ecf4" },
  },

  -- File names, searched in the system's font folders, or paths; a character is taken from the first that has it.
  fonts = {
    regular = { "BIZUDGothic-Regular.ttf", "ipaexm.ttf", "DejaVuSans.ttf" },
    bold = { "BIZUDGothic-Bold.ttf", "DejaVuSans-Bold.ttf", "ipaexm.ttf" },
    latin = { "BIZUDPGothic-Regular.ttf" },
    latin_bold = { "BIZUDPGothic-Bold.ttf" },
    -- For documents in other languages than Japanese, in place of latin.
    western = { "LiberationSans-Regular.ttf" },
    western_bold = { "LiberationSans-Bold.ttf" },
    mono = { "BIZUDGothic-Regular.ttf", "DejaVuSansMono.ttf", "ipaexm.ttf" },
  },
}

-- Sizes: as they are at 96 dots an inch, the width of the page at most, its height at most; within lines of text.
return document "images" {
  title = { ja = "画像の大きさ" }, group = "4", order = 1,
  body = function(isms, d)
    d:image("images/small.png", "小さな画像", "小さいまま")
    d:image("images/photo.jpg", "写真", "JPEG")
    d:image("images/gray.jpg", "灰色の写真", "灰色のJPEG")
    d:image("images/drawing.svg", "円と地", "SVG")
    d:image("images/wide.png", "幅の広い画像", "頁の幅に縮める")
    d:image("images/tall.png", "縦に長い画像", "頁の高さに縮める")
  end,
}

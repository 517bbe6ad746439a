-- Twenty columns of words that hardly break: no column narrower than can be read.
return document "table-narrow" {
  title = { ja = "狭い欄" }, group = "4", order = 1, page = "landscape",
  body = function(isms, d)
    local words = { "情報セキュリティマネジメントシステム", "internationalization", "https://www.example.com/a/b/c/d.html", "2026年10月15日", "1,234,567円", "R-012、R-013", "コンピュータウイルス対策ソフトウェア", "「重要」な情報（社外秘）", "ISO/IEC 27001:2022", "佐々木 太郎", "高", "security@example.co.jp", "ネットワークスイッチ", "東京都千代田区霞が関一丁目2番3号", "192.168.100.200", "実施済み", "50％", "C:\\Share\\Doc", "年1回", "なし" }
    local columns = {}
    for i = 1, #words do columns[i] = { function(row) return row[i] end, 0, title = ("項目名%d"):format(i) } end
    d:table({ words, words }, columns, { caption = "二十列の台帳" })
  end,
}

/* Every message of the compiler itself. (Findings of rules are not here: their texts are in lua/rules/.)
 *
 * To add one: append a line X(ID, LEVEL, "slug", japanese, english, help_ja, help_en); emit it with
 * diag_report(); add a case under tests/diag/ that shows it; docs/messages.md is made from this list.
 * {1}, {2} … are the arguments. The text says what is wrong and what was expected; the help says how to mend
 * it ("" when the text says all). Slugs are stable: users write them in scripts. */

/* — files — */
X(FILE_UNREADABLE, ERROR, "file-unreadable",
  "{1} を読めません: {2}", "cannot read {1}: {2}",
  "ファイルの有無と読み取り権限を確かめてください", "check that the file exists and may be read")

/* — documents — */
X(TABLE_CELL_OVERFLOW, WARNING, "table-cell-overflow",
  "表のセルが {1} 列目まであり、表の {2} 列を越えています", "a cell reaches column {1}, beyond the {2} columns of the table",
  "列の定義を増やすか、セルの数または横の結合を減らしてください", "add columns, or take away cells or part of the span")
X(TABLE_CELL_OVERLAP, WARNING, "table-cell-overlap",
  "結合したセルが、上の行から続くセルと {1} 列目で重なっています", "a spanning cell meets a cell of a row above in column {1}",
  "横の結合を減らしてください", "make the span across columns smaller")
X(TABLE_ROW_OVERFLOW, WARNING, "table-row-overflow",
  "セルの縦の結合は {1} 行ですが、残りは {2} 行です", "a cell spans {1} rows, but only {2} are left",
  "縦の結合は見出し行または表の終わりまでにしてください", "end the span with the header rows or with the table")
X(FOOTNOTE_MISSING, ERROR, "footnote-missing",
  "脚注「{1}」の本文がありません", "footnote {1} has no text",
  "文書の終わりに脚注の本文を書いてください", "write the footnote at the end of the document")
X(BROKEN_LINK, ERROR, "broken-link",
  "リンク先「{1}」がありません", "there is nothing called {1} to link to",
  "記録や文書の番号、見出し、または文書のファイルのパスを指定してください", "name a record, a document, a heading or the file of a document")
X(BROKEN_LINK_NEAR, ERROR, "broken-link-near",
  "リンク先「{1}」がありません。「{2}」ではありませんか", "there is nothing called {1} to link to; did you mean {2}?",
  "記録や文書の番号、見出し、または文書のファイルのパスを指定してください", "name a record, a document, a heading or the file of a document")
X(BROKEN_ANCHOR, ERROR, "broken-anchor",
  "文書「{1}」に見出し「{2}」がありません", "document {1} has no heading {2}",
  "見出しの名前は、見出しの文字から記号を除き、空白を - に変えたものです", "the name of a heading is its words without punctuation, blanks turned into -")
X(IMAGE_MISSING, ERROR, "image-missing",
  "画像「{1}」がありません", "there is no image {1}",
  "パスを確かめてください", "check the path")
X(IMAGE_UNREADABLE, ERROR, "image-unreadable",
  "画像「{1}」の大きさを読み取れません。PNG、JPEG、SVG のいずれかが必要です", "cannot read the size of image {1}; PNG, JPEG or SVG was expected",
  "ファイルが壊れていないか、形式が正しいかを確かめてください", "check that the file is whole and of one of these formats")
X(THEME_VALUE, WARNING, "theme-value",
  "テーマの {1} には {2} が必要です。既定の値を使います", "{1} of the theme must be {2}; the default is used",
  "", "")
/* — output — */
X(OUTPUT_UNWRITABLE, ERROR, "output-unwritable",
  "{1} に書き込めません: {2}", "cannot write {1}: {2}",
  "書き込み権限と空き容量を確かめてください。以前の出力はそのまま残っています",
  "check permissions and free space; the former output is untouched")
X(OUTPUT_FOREIGN, ERROR, "output-foreign",
  "{1} は tekigo が作ったディレクトリーではないため、置き換えません", "{1} was not made by tekigo, so it is not replaced",
  "空のディレクトリーか別の場所を --out で指定してください", "name an empty directory or another place with --out")

/* — build — */
X(BUILD_DATE_INVALID, ERROR, "date-invalid",
  "日付「{1}」は正しくありません。2026-10-15 の形の実在する日付が必要です", "“{1}” is no date: expected an existing day such as 2026-10-15",
  "", "")
X(BUILD_DATE_TODAY, NOTE, "date-today",
  "基準日が決められていないため、今日（{1}）を使います", "no date is given, so today ({1}) is used",
  "同じ出力を再現するには tekigo.yaml に date: を書くか --date を付けてください",
  "write date: in tekigo.yaml or give --date to be able to make the same output again")
X(BUILD_NO_MANIFEST, ERROR, "manifest-missing",
  "{1} に tekigo.yaml がありません", "there is no tekigo.yaml in {1}",
  "プロジェクトのディレクトリーで実行するか -C で指定してください。新しく始めるには tekigo init を使います",
  "run it in the directory of the project or name it with -C; tekigo init starts a new one")
X(BUILD_NOT_WRITTEN, NOTE, "output-unchanged",
  "エラーがあるため、{1} は変更していません", "there are errors, so {1} was not changed",
  "--draft を付けると、指摘を載せた案を作れます", "with --draft a draft that shows the findings is made all the same")
X(BUILD_THEME_UNKNOWN, ERROR, "theme-unknown",
  "体裁「{1}」がありません", "there is no theme “{1}”",
  "templates/theme/ にあるファイル名（拡張子を除く）を書いてください", "name a file of templates/theme/, without its ending")

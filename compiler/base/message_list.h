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
X(FILE_CHANGED, ERROR, "file-changed",
  "{1} は、読んでいる間に書き換えられました", "{1} was changed while it was being read",
  "書込みが終わってから、もう一度実行してください", "run it again when nothing writes to the file any more")
X(FILE_TREE_UNREADABLE, ERROR, "tree-unreadable",
  "フォルダー {1} を読めません: {2}", "cannot read the directory {1}: {2}",
  "-C で指定したフォルダーの有無と読み取り権限を確かめてください", "check the directory given with -C and its permissions")
X(FILE_LINK_OUTSIDE, ERROR, "link-outside-tree",
  "シンボリックリンクがツリーの外 ({1}) を指しています", "the symbolic link leads outside the tree ({1})",
  "リンク先をツリーの中にコピーし、リンクを置き換えてください", "copy its target into the tree in place of the link")
X(FILE_LINK_BROKEN, ERROR, "link-broken",
  "シンボリックリンクの先 ({1}) がありません", "the symbolic link leads nowhere ({1})",
  "リンクを削除するか、正しいファイルを指すように直してください", "remove the link or let it point at an existing file")
X(FILE_LINK_LOOP, ERROR, "link-loop",
  "シンボリックリンクが自分を含むフォルダーを指しています", "the symbolic link leads to a directory that contains it",
  "リンクを削除してください", "remove the link")
X(FILE_NOT_REGULAR, ERROR, "file-not-regular",
  "通常のファイルではないため読みません", "not a regular file; it is not read",
  "名前付きパイプやデバイスはツリーの外に置いてください", "keep pipes, sockets and devices out of the tree")
X(FILE_IS_DIRECTORY, ERROR, "directory-named-as-file",
  "ファイルの名前が付いたフォルダーです。中は読みません", "this is a directory with the name of a file; it is not read",
  "中のファイルを外に移すか、フォルダーの名前から拡張子を取ってください", "move its files out, or rename it without the extension")
X(FILE_NAME_NOT_UTF8, ERROR, "file-name-encoding",
  "フォルダー {1} に、名前が UTF-8 でない、または制御文字を含むファイルがあります",
  "the directory {1} holds a file whose name is not UTF-8 or contains control characters",
  "ファイル名を付け直してください", "rename the file")
X(FILE_TREE_TOO_LARGE, ERROR, "tree-too-large",
  "ファイルが多すぎるか、フォルダーが深すぎます (上限: {1} ファイル、{2} 階層)",
  "too many files or directories too deep (limit: {1} files, {2} levels)",
  "プロジェクトのフォルダーを指定しているか確かめてください", "check that this is the directory of the project")
X(FILE_TOO_LARGE, ERROR, "file-too-large",
  "ファイルが大きすぎます ({1} MiB、上限 {2} MiB)", "the file is too large ({1} MiB, the limit is {2} MiB)",
  "ファイルを分割するか、ツリーの外に置いて場所だけを記してください", "split it, or keep it elsewhere and note where it is")
X(FILE_NOT_UTF8, ERROR, "file-not-utf8",
  "UTF-8 ではないバイト 0x{1} があります", "the byte 0x{1} is not UTF-8",
  "エディターで文字コードを UTF-8 にして保存し直してください", "save the file as UTF-8 in your editor")
X(FILE_SHIFT_JIS, ERROR, "file-shift-jis",
  "文字コードが Shift_JIS (CP932) です。UTF-8 のファイルが必要です", "the file is in Shift_JIS (CP932); UTF-8 is needed",
  "UTF-8 に変換してください: iconv -f CP932 -t UTF-8 {1} > 新しいファイル",
  "convert it: iconv -f CP932 -t UTF-8 {1} > new-file")
X(FILE_SHIFT_JIS_CONVERTED, NOTE, "csv-shift-jis",
  "文字コードが Shift_JIS (CP932) のため、UTF-8 に変換して読みました", "the file is in Shift_JIS (CP932) and was read as such",
  "Excel では「CSV UTF-8 (コンマ区切り)」の形式で保存すると変換が要りません", "in Excel, save as “CSV UTF-8 (comma delimited)”")
X(FILE_UTF16, ERROR, "file-utf16",
  "文字コードが UTF-16 です。UTF-8 のファイルが必要です", "the file is in UTF-16; UTF-8 is needed",
  "エディターで文字コードを UTF-8 にして保存し直してください", "save the file as UTF-8 in your editor")
X(FILE_LUA_BYTECODE, ERROR, "lua-bytecode",
  "コンパイル済みの Lua（バイトコード）です。Lua のソースだけを読みます", "this is compiled Lua (bytecode); only Lua source is read",
  "コンパイルする前のソースファイルに置き換えてください", "put the source it was compiled from in its place")
X(FILE_BINARY, ERROR, "file-binary",
  "テキストではなくバイナリーのファイルです（NUL 文字と UTF-8 でないバイトがあります）",
  "this is a binary file, not text: it holds NUL characters and bytes that are not UTF-8",
  "正しいファイルに置き換えるか、名前の拡張子を中身に合わせてください",
  "put the right file in its place, or give it the extension of what it is")
X(FILE_NUL, ERROR, "file-nul",
  "NUL 文字があります。テキストファイルではない可能性があります", "there is a NUL character; this may not be a text file",
  "壊れたファイルでないか確かめ、テキストとして保存し直してください", "check that the file is not damaged and save it as text")

/* — YAML — */
X(YAML_SYNTAX, ERROR, "yaml-syntax",
  "YAML として読めません ({1})", "this is not YAML ({1})",
  "この行とその前の行の字下げ、コロン、引用符を確かめてください", "check indentation, colons and quotes of this line and the one before")
X(YAML_TAB, ERROR, "yaml-tab",
  "字下げにタブが使われています。YAML ではタブを使えません", "a tab is used for indentation; YAML does not allow tabs",
  "タブを半角スペースに置き換えてください", "replace tabs by spaces")
X(YAML_RESERVED, ERROR, "yaml-reserved-character",
  "値を文字「{1}」で始めることはできません", "a value cannot start with the character “{1}”",
  "値全体を引用符で囲んでください: \"{1}…\"", "put the value in quotes: \"{1}…\"")
X(YAML_COLON_IN_VALUE, ERROR, "yaml-colon-in-value",
  "値の中に「: 」があるか、字下げがずれています", "there is “: ” inside a value, or the indentation is off",
  "値に「: 」を含むときは引用符で囲み、そうでなければ同じ階層の項目の字下げをそろえてください",
  "quote a value that contains “: ”; otherwise align it with the entries of the same level")
X(YAML_MISSING_COLON, ERROR, "yaml-missing-colon",
  "項目名の後に「: 」がありません", "“: ” is missing after the name of an entry",
  "「項目名: 値」の形で書いてください", "write “name: value”")
X(YAML_COLON_SPACE, ERROR, "yaml-colon-space",
  "コロンの後に半角スペースがありません", "there is no space after the colon",
  "「項目名: 値」のように、コロンの後に半角スペースを入れてください", "write “name: value”, with a space after the colon")
X(YAML_FULL_WIDTH_COLON, ERROR, "yaml-full-width-colon",
  "コロンが全角「：」で書かれています", "the colon is a full-width one (：)",
  "半角のコロンと半角スペース「: 」に置き換えてください", "use a half-width colon and a space")
X(YAML_INDENT, ERROR, "yaml-indentation",
  "字下げがそろっていないか、値の後に余分な文字があります", "the indentation is off, or something follows a value",
  "同じ階層の項目の字下げをそろえ、一覧の項目は「- 」で始め、引用符の後には何も書かないでください",
  "align the entries of a level, start items with “- ” and write nothing after a closing quote")
X(YAML_UNCLOSED_QUOTE, ERROR, "yaml-unclosed-quote",
  "引用符が閉じられていません", "this quote is not closed",
  "値の終わりに同じ引用符を書いてください", "close the value with the same quote")
X(YAML_UNCLOSED_BRACKET, ERROR, "yaml-unclosed-bracket",
  "かっこ「{1}」が閉じられていないか、項目の間のコンマがありません", "the bracket “{1}” is not closed, or a comma is missing",
  "項目をコンマで区切り、かっこを閉じてください", "separate the items by commas and close the bracket")
X(YAML_VALUE_MISSING, ERROR, "yaml-value-missing",
  "値が必要な箇所に値がありません", "a value is missing here",
  "この前のかっこ、コンマ、コロンを確かめてください", "check the brackets, commas and colons before this place")
X(YAML_ESCAPE, ERROR, "yaml-escape",
  "二重引用符の中に、YAML にない「\\」の表記があります", "unknown “\\” escape inside double quotes",
  "一重引用符で囲むか、「\\\\」と書いてください", "use single quotes, or write “\\\\”")
X(YAML_CONTROL, ERROR, "yaml-control-character",
  "YAML では使えない文字 {1} があります", "the character {1} is not allowed in YAML",
  "見えない文字を削除してください", "remove the invisible character")
X(YAML_DUPLICATE_KEY, ERROR, "yaml-duplicate-key",
  "項目「{1}」が同じ階層に2回書かれています (1回目は {2} 行目)", "the entry “{1}” stands twice in one map (first in line {2})",
  "どちらかを削除するか、一つにまとめてください", "remove one of them")
X(YAML_KEY_NOT_TEXT, ERROR, "yaml-key",
  "項目名が文字列ではありません", "the name of an entry is not a plain text",
  "「項目名: 値」の形で書いてください。{ や [ で始まる値は引用符で囲みます", "write “name: value”; quote what starts with { or [")
X(YAML_MERGE_KEY, ERROR, "yaml-merge-key",
  "マージキー「<<」は使えません", "merge keys (“<<”) are not supported",
  "項目をそのまま書いてください", "write the entries out")
X(YAML_TAG, ERROR, "yaml-tag",
  "タグ「{1}」は使えません", "tags (“{1}”) are not supported",
  "タグを削除してください。文字列にするには引用符で囲みます。「!」で始まる値も引用符で囲みます",
  "remove the tag; quotes make a text, also of one that starts with “!”")
X(YAML_ANCHOR_UNKNOWN, ERROR, "yaml-unknown-anchor",
  "別名「*{1}」の元になる「&{1}」がこれより前にありません", "the alias “*{1}” has no “&{1}” before it",
  "「&{1}」を付けた値を先に書いてください。「*」で始まる値は引用符で囲みます",
  "define “&{1}” first; quote a value that starts with “*”")
X(YAML_ANCHOR_OPEN, ERROR, "yaml-recursive-alias",
  "別名「*{1}」が自分自身を含んでいます", "the alias “*{1}” contains itself",
  "別名を使わずに書いてください", "write the value out")
X(YAML_TOO_DEEP, ERROR, "yaml-too-deep",
  "入れ子が深すぎます (上限 {1} 段)", "nested too deeply (limit {1} levels)",
  "構造を浅くしてください", "make the structure flatter")
X(YAML_TOO_MANY, ERROR, "yaml-too-many-values",
  "値が多すぎます (別名を展開して {1} 個まで)", "too many values (limit {1}, aliases expanded)",
  "ファイルを分割するか、別名を減らしてください", "split the file or use fewer aliases")
X(YAML_SECOND_DOCUMENT, ERROR, "yaml-second-document",
  "1つのファイルに複数の YAML 文書があります", "there is more than one YAML document in the file",
  "2つ目の「---」以降を別のファイルに分けてください", "move what follows the second “---” to a file of its own")

/* — CSV — */
X(CSV_EMPTY, ERROR, "csv-empty",
  "CSV に見出し行がありません", "the CSV file has no header row",
  "1行目に項目名を書いてください", "name the columns in the first line")
X(CSV_SEPARATOR, ERROR, "csv-separator",
  "列がコンマではなく{1}で区切られているようです", "the columns seem to be separated by {1} instead of commas",
  "コンマ区切りの CSV として保存し直してください", "save the file as comma-separated")
X(CSV_DUPLICATE_COLUMN, ERROR, "csv-duplicate-column",
  "見出し「{1}」が2つの列にあります", "two columns are named “{1}”",
  "どちらかの列を削除するか、名前を変えてください", "remove or rename one of them")
X(CSV_UNNAMED_COLUMN, ERROR, "csv-unnamed-column",
  "値のある列に見出しがありません ({1} 列目)", "column {1} holds values but has no name",
  "見出し行にこの列の項目名を書いてください", "name the column in the header row")
X(CSV_EXTRA_CELLS, ERROR, "csv-extra-cells",
  "セルが見出しより多くあります ({1} 列の表に {2} 個)", "there are more cells ({2}) than columns ({1})",
  "コンマを含む値を二重引用符で囲んでください", "put values that contain commas in double quotes")
X(CSV_MISSING_CELLS, ERROR, "csv-missing-cells",
  "セルが見出しより少なくなっています ({1} 列の表に {2} 個)", "there are fewer cells ({2}) than columns ({1})",
  "空のセルもコンマで区切り、列の数をそろえてください", "write a comma for empty cells, too")
X(CSV_UNCLOSED_QUOTE, ERROR, "csv-unclosed-quote",
  "二重引用符が閉じられていません", "this double quote is not closed",
  "セルの終わりに二重引用符を書いてください。値の中の二重引用符は2つ重ねます", "close the cell; a quote inside it is doubled")
X(CSV_AFTER_QUOTE, ERROR, "csv-after-quote",
  "閉じた二重引用符の後に文字があります", "something follows a closing double quote",
  "値の中の二重引用符は2つ重ねて書いてください", "double the quotes inside a value")

/* — Markdown — */
X(FRONT_MATTER_UNCLOSED, ERROR, "front-matter-unclosed",
  "先頭の「---」で始まる文書情報が閉じられていません", "the front matter that starts with “---” is not closed",
  "文書情報の最後に「---」だけの行を書いてください", "end it with a line that holds only “---”")
X(MARKDOWN_BLOCK_TOO_LONG, ERROR, "markdown-block-too-long",
  "空行のない行が長く続きすぎます (上限 {1} 行)", "too many lines without an empty one (limit {1})",
  "段落や表を空行で区切ってください", "divide paragraphs and tables by empty lines")
X(MARKDOWN_LINE_TOO_LONG, ERROR, "markdown-line-too-long",
  "行が長すぎます (上限 {1} バイト)", "the line is too long (limit {1} bytes)",
  "改行や段落で区切ってください", "break the line")
X(MARKDOWN_TABLE_TOO_WIDE, ERROR, "markdown-table-too-wide",
  "表の列が多すぎます (上限 {1} 列)", "the table has too many columns (limit {1})",
  "表を分割してください", "divide the table")
X(MARKDOWN_TABLE_TOO_LARGE, ERROR, "markdown-table-too-large",
  "表のセルが多すぎます (上限 {1} 個)", "the table has too many cells (limit {1})",
  "表を分割するか、CSV に移してください", "divide the table or move it to a CSV file")
X(MARKDOWN_DECLARATIONS, ERROR, "markdown-declarations",
  "1つの段落に「<?」や「<!」が多すぎます (上限 {1} 個)", "too many “<?” or “<!” in one paragraph (limit {1})",
  "段落を分けるか、コードとして「```」で囲んでください", "divide the paragraph or put it in a fenced code block")
X(MARKDOWN_BRACKETS, ERROR, "markdown-brackets",
  "空行のない範囲に「[」が多すぎます (上限 {1} 個)", "too many “[” without an empty line between (limit {1})",
  "段落や表を空行で区切ってください", "divide paragraphs and tables by empty lines")
X(MARKDOWN_TOO_DEEP, ERROR, "markdown-too-deep",
  "入れ子が深すぎます (上限 {1} 段)。これより内側は読みません", "nested too deeply (limit {1} levels); what is inside is not read",
  "引用や箇条書きの入れ子を浅くしてください", "make quotes and lists flatter")
X(MARKDOWN_HTML, WARNING, "markdown-html",
  "HTML「{1}」は文書に含めません", "HTML (“{1}”) is left out of the document",
  "Markdown の書き方に直してください。文字として書くときは `…` で囲みます", "use Markdown; to show it as text, put it in `…`")
X(MARKDOWN_LINK_FORBIDDEN, WARNING, "markdown-link-forbidden",
  "リンク先「{1}」は使えません。文字だけを残します", "links to “{1}” are not allowed; the words are kept",
  "http、https、mailto のアドレスか、ツリーの中のファイルや ID を書いてください",
  "use an http, https or mailto address, a file of the tree or an id")
X(MARKDOWN_LINK_EMPTY, WARNING, "markdown-link-empty",
  "リンク先がありません", "the link leads nowhere",
  "かっこの中にリンク先を書いてください", "write the target in the parentheses")
X(MARKDOWN_IMAGE_OUTSIDE, WARNING, "markdown-image-outside",
  "ツリーの外の画像「{1}」は使えません", "the image “{1}” is not in the tree and is left out",
  "画像をツリーの中に置き、そのパスを書いてください", "put the image into the tree and write its path")
X(MARKDOWN_FOOTNOTE_UNKNOWN, WARNING, "markdown-footnote-undefined",
  "脚注「{1}」の内容がありません", "the footnote “{1}” is not defined",
  "「{1}: 内容」の行を書いてください。文字として書くときは `…` で囲みます",
  "add a line “{1}: text”; to show it as text, put it in `…`")
X(MARKDOWN_FOOTNOTE_UNUSED, WARNING, "markdown-footnote-unused",
  "脚注「[^{1}]」は本文から参照されていないため、文書に含めません", "the footnote “[^{1}]” is not referred to and is left out",
  "本文に [^{1}] と書くか、脚注を削除してください", "refer to it by [^{1}] or remove it")
X(MARKDOWN_EXTRA_CELLS, WARNING, "markdown-extra-cells",
  "{1} 列の表の行にセルが {2} 個あります。余分なセルは文書に含めません",
  "a row of a table with {1} columns has {2} cells; the last ones are left out",
  "セルの中の「|」は \\| と書いてください", "write \\| for a bar inside a cell")
X(LIVE_UNCLOSED, ERROR, "live-unclosed",
  "「{{」が同じ行の中で「}}」で閉じられていません", "“{{” is not closed by “}}” on its line",
  "「{{ 式 }}」の形で1行に書いてください。文字として書くときは \\{{ とします",
  "write “{{ expression }}” on one line; \\{{ stands for the braces themselves")
X(LIVE_EMPTY, ERROR, "live-empty",
  "「{{ }}」の中に式がありません", "there is no expression in “{{ }}”",
  "値を求める Lua の式を書いてください", "write a Lua expression")
X(LIVE_MISPLACED, ERROR, "live-misplaced",
  "リンク先の中では「{{ … }}」を使えません", "“{{ … }}” cannot be used inside an address",
  "リンク先を直接書いてください", "write the address out")

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
  "画像のパスは、書いてあるファイルのフォルダーから数えます（例: ../images/network.png）",
  "the path starts at the folder of the file it stands in (such as ../images/network.png)")
X(IMAGE_UNREADABLE, ERROR, "image-unreadable",
  "画像「{1}」の大きさを読み取れません。PNG、JPEG、SVG のいずれかが必要です", "cannot read the size of image {1}; PNG, JPEG or SVG was expected",
  "ファイルが壊れていないか、形式が正しいかを確かめてください", "check that the file is whole and of one of these formats")
X(IMAGE_ENDING, ERROR, "image-ending",
  "画像「{1}」の中身は {2} です。ファイル名の拡張子と合わないため、文書に入れません",
  "the content of the image {1} is {2}, and its ending is that of another kind; it is left out of the documents",
  "拡張子を中身に合わせるか（.png、.jpg、.jpeg、.svg）、画像を保存し直してください",
  "let the ending name its kind (.png, .jpg, .jpeg, .svg), or save the image again")
X(IMAGE_SVG_REFUSED, ERROR, "image-svg-refused",
  "SVG の画像を安全な形に書き直せないため、文書に入れません: {1}",
  "the SVG image cannot be rewritten in a safe form and is left out of the documents: {1}",
  "作図ソフトから「プレーン SVG」（UTF-8）で保存し直すか、PNG に変換してください",
  "save it again as plain SVG (UTF-8) or convert it to PNG")
X(IMAGE_SVG_CLEANED, WARNING, "image-svg-cleaned",
  "SVG の画像から次のものを除いて文書に入れます: {1}", "these are left out of the SVG image as documents show it: {1}",
  "スクリプト、動き、HTML、外部への参照は文書に入りません。図に必要なものは、SVG の図形と文字、または埋め込んだ PNG、JPEG で描き直してください",
  "scripts, motion, HTML and references to elsewhere do not go into documents; draw what the picture needs as shapes and words of SVG or embedded PNG or JPEG")
X(THEME_SHEET, ERROR, "theme-sheet",
  "テーマのスタイルシート {1} が見つかりません", "the style sheet {1} of the theme was not found",
  "テーマの css に書くパスを直すか、ファイルを置いてください", "correct the path in the css of the theme, or put the file there")
X(THEME_VALUE, WARNING, "theme-value",
  "テーマの {1} は {2} の形で書きます。既定の値を使います", "{1} of the theme is written as {2}; the default is used",
  "", "")
/* — output — */
X(OUTPUT_UNWRITABLE, ERROR, "output-unwritable",
  "{1} に書き込めません: {2}", "cannot write {1}: {2}",
  "書き込み権限と空き容量を確かめてください。以前の出力はそのまま残っています",
  "check permissions and free space; the former output is untouched")
X(OUTPUT_FOREIGN, ERROR, "output-foreign",
  "{1} は tekigo が作ったディレクトリーではないため、置き換えません", "{1} was not made by tekigo, so it is not replaced",
  "空のディレクトリーか別の場所を --out で指定してください", "name an empty directory or another place with --out")
X(OUTPUT_NO_FOLDER, ERROR, "output-no-folder",
  "{1} はフォルダーではありません（ファイル又はシンボリックリンクです）", "{1} is no directory but a file or a symbolic link",
  "リンク先のフォルダーそのものか、別の場所を --out で指定してください", "name the directory itself, or another place, with --out")
X(OUTPUT_FOREIGN_FILE, ERROR, "output-foreign-file",
  "{1} に tekigo が書いたものでないファイルが{2}個あります: {3}", "{1} holds {2} file(s) that tekigo did not write: {3}",
  "別の場所に移してください。tekigo が書いた後に大きさが変わったファイルも含みます。--force を付けると、消さずに別に取り置いて置き換えます",
  "move them elsewhere; files whose size changed since tekigo wrote them count too. With --force they are kept aside and the rest is replaced")
X(OUTPUT_KEPT, NOTE, "output-kept",
  "{1} にあった tekigo が書いたものでないファイルは {2} に取り置きました", "what tekigo did not write in {1} was kept in {2}",
  "必要なファイルを移したら、フォルダーを削除してください", "move what you need, then remove the folder")
X(OUTPUT_NAME, ERROR, "output-name",
  "「{1}」は出力のファイル名にできません: {2}", "“{1}” cannot be the name of a file of the output: {2}",
  "文書の番号、テンプレートのid、画像やフォントのファイル名を変えてください",
  "change the id of the document or template, or the name of the image or font")
X(OUTPUT_NAME_TWIN, ERROR, "output-name-twin",
  "「{1}」と「{2}」は大文字と小文字又は文字の合成だけが違うため、同じファイルになる環境があります",
  "“{1}” and “{2}” differ in case or normal form only: some systems take them for the same file",
  "どちらかの名前を変えてください", "change one of them")

/* — build — */
X(BUILD_DATE_INVALID, ERROR, "date-invalid",
  "日付「{1}」は正しくありません。2026-10-15 の形の実在する日付が必要です", "“{1}” is no date: expected an existing day such as 2026-10-15",
  "", "")
X(BUILD_DATE_TODAY, NOTE, "date-today",
  "基準日が決められていないため、今日（{1}）を使います", "no date is given, so today ({1}) is used",
  "同じ出力を再現するには tekigo.yaml に date: を書くか --date を付けてください",
  "write date: in tekigo.yaml or give --date to be able to make the same output again")
X(REVISION_UNKNOWN, WARNING, "revision-unknown",
  "リビジョンが分からないまま続けます: {1}", "going on without knowing the revision: {1}",
  "文書には「リビジョン不明」と記されます。git でコミットしたツリーから作り直してください",
  "the documents say “unknown revision”; make them from a tree that is committed in git")
X(REVISION_LIBRARY, WARNING, "revision-library",
  "{1} を読み込めないため、リビジョンが分からないまま続けます", "going on without knowing the revision, since {1} cannot be loaded",
  "Debian のパッケージ {1} を導入してください（apt install {1}）", "install the Debian package {1} (apt install {1})")
X(BUILD_NO_MANIFEST, ERROR, "manifest-missing",
  "{1} に tekigo.yaml がありません", "there is no tekigo.yaml in {1}",
  "プロジェクトのディレクトリーで実行するか -C で指定してください。新しく始めるには tekigo init を使います",
  "run it in the directory of the project or name it with -C; tekigo init starts a new one")
X(BUILD_NOT_WRITTEN, NOTE, "output-unchanged",
  "エラーがあるため、{1} は変更していません", "there are errors, so {1} was not changed",
  "--draft を付けると、指摘を載せた案を作れます", "with --draft a draft that shows the findings is made all the same")
X(BUILD_DRAFT_PARTIAL, NOTE, "draft-partial",
  "欠けた案にならないよう、{1} は変更していません。読めないファイル: {2}。作れない文書: {3}",
  "so that no draft lacks a part, {1} was not changed; files that could not be read: {2}; documents that could not be made: {3}",
  "上のエラーのうち、読めないファイルとテンプレートに関するものから直してください",
  "mend the errors of these files and templates first")
X(BUILD_THEME_UNKNOWN, ERROR, "theme-unknown",
  "体裁「{1}」がありません", "there is no theme “{1}”",
  "templates/theme/ にあるファイル名（拡張子を除く）を書いてください", "name a file of templates/theme/, without its ending")

/* — pdf — */
X(FONT_MISSING, ERROR, "font-missing",
  "フォント {1} が見つかりません", "the font {1} was not found",
  "Debian のパッケージ {2} を導入するか（apt install {2}）、ファイルを fonts/ に置いてください",
  "install the Debian package {2} (apt install {2}) or put the file into fonts/")
X(FONT_UNKNOWN, ERROR, "font-unknown",
  "フォント {1} が見つかりません", "the font {1} was not found",
  "ファイルを fonts/ に置くか、テーマのフォント名を直してください",
  "put the file into fonts/ or correct the name in the theme")
X(FONT_REFUSED, ERROR, "font-refused",
  "フォント {1} は使えません。ツリーの中の通常のファイルか、システムのフォント用フォルダーにあるものだけを読みます",
  "the font {1} is refused: only regular files in the tree and in the system's font folders are read",
  "ファイルを fonts/ に置いてその名前を書くか、/usr/share/fonts か /usr/local/share/fonts にあるフォントの名前を書いてください",
  "put the file into fonts/ and give its name, or name a font below /usr/share/fonts or /usr/local/share/fonts")
X(FONT_DAMAGED, ERROR, "font-damaged",
  "フォント {1} は壊れているか、対応していない形式です", "the font {1} is damaged or of an unknown kind",
  "TrueType または OpenType (CFF) のフォントを使ってください", "use a TrueType or OpenType (CFF) font")
X(FONT_NOT_IN_COLLECTION, ERROR, "font-not-in-collection",
  "フォント {1} の番号は、ファイルに含まれるフォントの数を超えています", "the file has no font of the number in {1}",
  "番号は0から数えます。fc-scan などで確かめてください", "numbers start at 0; fc-scan shows them")
X(FONT_NOT_EMBEDDABLE, ERROR, "font-not-embeddable",
  "フォント {1} は、文書への埋め込みが許可されていません", "the font {1} does not permit embedding into documents",
  "埋め込みを許可するフォントに替えてください", "use a font that permits embedding")
X(IMAGE_KIND, WARNING, "image-kind",
  "画像 {1} は PDF に入れられない形式です（PNG、JPEG、SVG に対応しています）",
  "the image {1} is of a kind that cannot go into a PDF (PNG, JPEG and SVG can)",
  "PNG、JPEG または SVG に変換してください", "convert it to PNG, JPEG or SVG")
X(IMAGE_SVG_LIBRARY, WARNING, "image-svg-library",
  "librsvg か libqpdf がないため、SVG の画像 {1} を PDF に入れられません",
  "the SVG image {1} cannot go into a PDF without librsvg and libqpdf",
  "Debian のパッケージ librsvg2-2 と libqpdf29 を導入するか（apt install librsvg2-2 libqpdf29）、PNG に変換してください",
  "install the Debian packages librsvg2-2 and libqpdf29 (apt install librsvg2-2 libqpdf29) or convert it to PNG")
X(IMAGE_SVG_UNUSABLE, ERROR, "image-svg-unusable",
  "SVG の画像 {1} を PDF に入れるライブラリーはありますが、読み込めません（{2}）",
  "the libraries that take the SVG image {1} into a PDF are there but cannot be loaded ({2})",
  "Debian のパッケージ librsvg2-2 と libqpdf29 を導入し直してください（apt install --reinstall librsvg2-2 libqpdf29）",
  "install the Debian packages librsvg2-2 and libqpdf29 again (apt install --reinstall librsvg2-2 libqpdf29)")
X(IMAGE_DAMAGED, ERROR, "image-damaged",
  "画像 {1} は壊れています（{2}）", "the image {1} is damaged ({2})",
  "画像を作り直すか、別の形式で保存し直してください", "make the image anew or save it in another format")
X(PDF_FAILED, ERROR, "pdf-failed",
  "{1} の PDF を作成できません（{2}）", "the PDF of {1} cannot be made ({2})",
  "文書を分割するか、画像とフォントを確かめてください", "split the document, or check its images and fonts")
/* — model: the schema — */
X(SCHEMA_FILE, ERROR, "schema-file",
  "スキーマ {1} は、name を持つ表（テーブル）を返していません", "the schema {1} does not return a table with a name",
  "return { name = \"…\", plural = \"…\", shape = \"list\", files = { … }, fields = { … } } の形にしてください",
  "write return { name = \"…\", plural = \"…\", shape = \"list\", files = { … }, fields = { … } }")
X(SCHEMA_MISSING, ERROR, "schema-missing",
  "スキーマ: {1} に {2} がありません", "schema: {1} lacks {2}",
  "docs/schema.md の形式に沿って書き加えてください", "add it as docs/schema.md describes")
X(SCHEMA_UNKNOWN, ERROR, "schema-unknown",
  "スキーマ: {1} の「{2}」は使えません{3}", "schema: \"{2}\" in {1} is not known{3}",
  "使えるもの: {4}", "possible: {4}")
X(SCHEMA_WRONG, ERROR, "schema-wrong",
  "スキーマ: {1} は、{2}でなければなりません", "schema: {1} must have {2}", "", "")
X(SCHEMA_FIELD_TWICE, ERROR, "schema-field-twice",
  "スキーマ: 項目 {1} が二度定義されています", "schema: the field {1} is defined twice",
  "片方を消すか、名前を変えてください", "remove one of them or rename it")
X(SCHEMA_CHANGED, ERROR, "schema-changed",
  "スキーマ: {1} を {2} にしていますが、既にある定義は {3} です", "schema: {1} is made a {2}, but it is a {3} already",
  "種類の形と項目の型は変えられません。別の名前にしてください",
  "the shape of a kind and the type of a field cannot be changed; choose another name")
X(SCHEMA_RESERVED, ERROR, "schema-reserved",
  "スキーマ: {1} は項目の名前に使えません（レコードの機能の名前です）",
  "schema: {1} cannot be the name of a field (it is a function of records)",
  "別の名前にしてください", "choose another name")

/* — model: files and records — */
X(CATALOG_MISSING, ERROR, "catalog-missing",
  "カタログ {1} に一覧「{2}」がありません（種類 {3} が使います）", "the catalogue {1} has no list \"{2}\" (used by the kind {3})",
  "ファイルの有無と、一覧の名前を確かめてください", "check that the file exists and how its list is called")
X(FILE_CONTENT, ERROR, "file-content",
  "{1} には{2}を書きますが、{3}", "{1} takes {2}, but {3}",
  "", "")
X(FILE_SECOND, ERROR, "second-file",
  "「{1}」のファイルは一つだけですが、既に {2} があります", "there may be one file of \"{1}\" only, and {2} is there already",
  "内容を一つのファイルにまとめてください", "bring the contents together in one file")
X(FILE_NOT_READ, WARNING, "file-not-read",
  "{1} はどの種類の置き場所にも当たらないため、読まれません{2}",
  "{1} is not read: no kind of record has its place there{2}",
  "置き場所: {3}", "places: {3}")
X(FRONT_MATTER, ERROR, "front-matter-missing",
  "{1} の先頭に、文書の情報（front matter）がありません", "{1} does not start with front matter",
  "先頭に「---」の行で挟んで id: title: level: version: author: を書いてください",
  "put id:, title:, level:, version: and author: at the top, between two lines of `---`")
X(COLUMN_MISSING, ERROR, "missing-column",
  "「{1}」の表に{2}の列がないか、列に値が一つもありません",
  "the table of \"{1}\" has no column for {2}, or the column holds no value",
  "見出し行に「{3}」の列を加え、値を書いてください", "add the column `{3}` to the header row and fill it in")
X(KEY_UNKNOWN, ERROR, "unknown-key",
  "{1}に「{2}」という項目はありません{3}", "{1} has no field \"{2}\"{3}",
  "使える項目: {4}", "possible fields: {4}")
X(MORE_REPORTS, ERROR, "more-of-the-same",
  "「{1}」についての同じ指摘が、このファイルにはさらに {2} か所あります", "the same holds for \"{1}\" at {2} more places of this file", "", "")
X(COLUMN_UNKNOWN, WARNING, "unknown-column",
  "「{1}」に列「{2}」に当たる項目がないため、この列は読まれません{3}",
  "the column \"{2}\" is not read: \"{1}\" has no such field{3}",
  "使える項目: {4}（日本語・英語の見出しも使えます）", "possible fields: {4} (their Japanese or English titles do as well)")
X(COLUMN_TWICE, ERROR, "column-twice",
  "列「{1}」と「{2}」は同じ項目です", "the columns \"{1}\" and \"{2}\" are the same field",
  "一つの列にまとめてください", "keep one of them")
X(FIELD_MISSING, ERROR, "missing-field",
  "{1}に{2}がありません", "{1} lacks {2}",
  "「{3}: …」を書き加えてください", "add `{3}: …`")
X(FIELD_TYPE, ERROR, "wrong-type",
  "{1}には{2}を書きますが、ここにあるのは{3}です", "{1} takes {2}, but here is {3}", "", "")
X(ID_INVALID, ERROR, "bad-id",
  "{1}の「{2}」は番号として使えません", "{1}: \"{2}\" cannot be an id",
  "半角の英数字で始め、英数字と . - _ だけを使ってください（例: A-012）。100字までです",
  "start with a letter or digit and use ASCII letters, digits, . - _ only, at most 100 (such as A-012)")
X(ID_DUPLICATE, ERROR, "duplicate-id",
  "「{1}」の番号「{2}」が二度使われています", "the id \"{2}\" is used twice among \"{1}\"",
  "どちらかの番号を変えてください。参照している側も確かめてください",
  "change one of them, and check what refers to it")
X(DATE_INVALID, ERROR, "bad-date",
  "{1}の「{2}」は暦にある日付ではありません", "{1}: \"{2}\" is not a date of the calendar",
  "YYYY-MM-DD の形で書いてください（例: 2026-10-15）", "write it as YYYY-MM-DD (such as 2026-10-15)")
X(DATE_FORM, ERROR, "date-form",
  "{1}の「{2}」は日付の書き方が違います", "{1}: the date \"{2}\" is written in another way",
  "「{3}」と書いてください", "write {3}")
X(OUT_OF_RANGE, ERROR, "out-of-range",
  "{1}は{2}ですが、{3} と書かれています", "{1} is {2}, but {3} stands here", "", "")
X(ENUM_UNKNOWN, ERROR, "unknown-value",
  "{1}に「{2}」は使えません{3}", "{1} cannot be \"{2}\"{3}",
  "使える値: {4}", "possible values: {4}")
X(LANGUAGE_UNKNOWN, ERROR, "unknown-language",
  "{1}に「{2}」があります。言語ごとに書くときの名前は ja か en です", "{1} has \"{2}\"; text by language is named ja or en",
  "文章だけを書くか、{ja: …, en: …} の形にしてください", "write the text alone, or {ja: …, en: …}")
X(REFERENCE_UNKNOWN, ERROR, "dangling-reference",
  "{1}が指す「{2}」は、「{3}」の中にありません{4}", "{1} refers to \"{2}\", but there is no such {3}{4}",
  "番号を直すか、{5} に書き加えてください", "correct the id, or add the record to {5}")
X(REFERENCE_KIND, ERROR, "reference-kind",
  "{1}が指すのは「{3}」ですが、「{2}」は「{4}」です", "{1} refers to {3}, but \"{2}\" is {4}",
  "「{3}」の番号を書いてください", "write the id of {3}")
X(REFERENCE_NOTHING, ERROR, "no-such-records",
  "「{1}」の記録が1件もないため、{2} か所の参照（「{3}」など）が行き先を失っています",
  "there is no {1} at all, so {2} references (to \"{3}\" …) lead nowhere",
  "{4} に書いてください", "write the records into {4}")
X(PATH_MISSING, ERROR, "file-missing",
  "{1}のファイル {2} がありません{3}", "{1}: there is no file {2}{3}",
  "プロジェクトのフォルダーからのパスで書いてください（例: evidence/log.csv）", "write its path from the top of the project (such as evidence/log.csv)")
X(PATH_OUTSIDE, ERROR, "file-outside",
  "{1}のパス {2} は、ツリーの外を指しています", "{1}: the path {2} leads out of the tree",
  "ファイルをツリーの中に置き、プロジェクトのフォルダーからのパスを / で区切って書いてください",
  "keep the file in the tree and write its path from the top, with /")

/* — scripts — */
X(SCRIPT_SYNTAX, ERROR, "lua-syntax",
  "Lua の構文の誤り: {1}", "Lua syntax: {1}", "", "")
X(SCRIPT_ERROR, ERROR, "lua-error",
  "Lua の実行時の誤り: {1}{2}", "Lua: {1}{2}", "", "")
X(SCRIPT_NO_TABLE, ERROR, "lua-no-table",
  "{1} は表（テーブル）を返すはずですが、返したのは {2} です", "{1} should return a table, not {2}",
  "ファイルの終わりで `return { … }` としてください", "end the file with `return { … }`")
/* — layout — */
X(CHARACTER_WITHOUT_FONT, ERROR, "character-without-font",
  "文字「{1}」（{2}）を持つフォントがないため、〓 で示します", "no font has the character “{1}” ({2}); 〓 stands in its place",
  "テーマの fonts にその文字を持つフォントを加えるか、別の文字に置き換えてください",
  "add a font that has it to the fonts of the theme, or use another character")
X(CHARACTER_PRIVATE, ERROR, "character-private",
  "文字「{1}」（{2}）は外字（私用領域の文字）で、意味を示せず PDF/A-2a では使えないため、〓 で示します",
  "the character “{1}” ({2}) is of the private use area, which PDF/A-2a does not allow without a meaning; 〓 stands in its place",
  "同じ意味の Unicode の文字（異体字なら異体字セレクタ付き）か画像に置き換えるか、a-2a を名乗らずに作ってください",
  "use the Unicode character of that meaning (for variants one with a variation selector) or an image, or build without claiming a-2a")
X(TABLE_TOO_WIDE, WARNING, "table-too-wide",
  "表の列が用紙に収まりません（分けられない語に {1} mm、用紙に {2} mm）。語の途中で改行します",
  "the columns of the table do not fit the paper ({1} mm of unbreakable words, {2} mm of room); words are broken",
  "列を減らすか、横向きのページ（page = \"landscape\"）や縦書きの見出し（vertical = true）を使ってください",
  "use fewer columns, a landscape page (page = \"landscape\") or vertical headings (vertical = true)")

/* — rules — */
X(RULE_ID, ERROR, "rule-id",
  "「{1}」は規則の id に使えません", "\"{1}\" cannot be the id of a rule",
  "小文字の英数字と - だけを使ってください", "use small letters, digits and - only")
X(RULE_TWICE, ERROR, "rule-twice",
  "規則 {1} が二度定義されています", "the rule {1} is defined twice",
  "別の id にしてください。組み込みの規則を止めるには tekigo.yaml の rules: に {1}: off と書きます",
  "choose another id; to stop a built-in rule write `{1}: off` under rules: in tekigo.yaml")
X(RULE_MISSING, ERROR, "rule-incomplete",
  "規則 {1} に {2} がありません", "the rule {1} lacks {2}",
  "docs/lua-api.md の形に沿って書き加えてください", "add it as docs/lua-api.md describes")
X(RULE_LANGUAGE, WARNING, "rule-language",
  "規則 {1} に {2} がありません。もう一方の言語で代えます", "the rule {1} lacks {2}; the other language stands in",
  "両方の言語で書いてください", "write it in both languages")
X(RULE_UNKNOWN, ERROR, "rule-unknown-word",
  "規則 {1} の「{2}」は使えません{3}", "the rule {1} cannot have \"{2}\"{3}",
  "使えるもの: {4}", "possible: {4}")
X(RULE_NAME_UNKNOWN, ERROR, "rule-unknown",
  "「{1}」という規則はありません{2}", "there is no rule \"{1}\"{2}",
  "tekigo explain で規則の一覧を表示できます", "tekigo explain lists the rules")
X(RULE_SEVERITY, ERROR, "rule-severity",
  "規則 {1} の重大度に「{2}」は使えません", "\"{2}\" cannot be the severity of the rule {1}",
  "error / warning / note / off のどれか、又は {severity: …, reason: …} の形で書いてください",
  "write error, warning, note or off, or {severity: …, reason: …}")
X(RULE_SETTINGS, ERROR, "rule-settings",
  "{1} には名前と値の組を書きます", "{1} takes names with their values",
  "「{2}」の形で書いてください。名前は docs/gate.md にあります", "write `{2}`; docs/gate.md has the names")
X(RULES_HELD_BACK, NOTE, "findings-held-back",
  "誤りのある項目によるため、規則の指摘 {1} 件を保留しました", "findings of rules held back because they rest on what is reported as wrong: {1}",
  "エラーを直してから、もう一度実行してください", "mend the errors and run it again")
X(WAIVER_EXPIRED, WARNING, "waiver-expired",
  "規則 {2} の免除 {1} は {3} に期限が切れました", "the waiver {1} of the rule {2} expired on {3}",
  "指摘に対応するか、承認を得て期限を改めてください", "mend the finding, or have the waiver approved again")
X(WAIVER_UNUSED, WARNING, "waiver-unused",
  "免除 {1} に当たる指摘（規則 {2}）はありません", "the waiver {1} matches no finding of the rule {2}",
  "不要になった免除は消してください。対象の番号も確かめてください", "remove it when it is no longer needed; check the id it names")
X(CHECKS_WEAKENED, NOTE, "checks-weakened",
  "組み込みの検査を緩めています: {1}", "built-in checks are weakened: {1}",
  "意図したものか、理由があるかを確かめてください。全件は --format json の weakened、ダッシュボード、要求事項対応表に載ります",
  "make sure that each is meant and has its reason; --format json (weakened), the dashboard and the requirements page list them all")

/* — risk — */
X(RISK_METHOD_UNKNOWN, ERROR, "risk-method-unknown",
  "リスクアセスメントの手法「{1}」がありません{2}", "there is no risk assessment method \"{1}\"{2}",
  "使える手法: {3}。独自の手法は risk/{1}.lua に書けます", "possible methods: {3}; your own would stand in risk/{1}.lua")
X(RISK_METHOD_INCOMPLETE, ERROR, "risk-method-incomplete",
  "リスクアセスメントの手法 {1} に {2} がありません", "the risk assessment method {1} lacks {2}",
  "docs/lua-api.md の「Risk methods」に沿って書き加えてください", "add it as \"Risk methods\" in docs/lua-api.md describes")
X(RISK_CRITERION_UNKNOWN, ERROR, "risk-criterion-unknown",
  "手法 {1} に基準「{2}」はありません{3}", "the method {1} has no criterion \"{2}\"{3}",
  "使える基準: {4}", "possible criteria: {4}")
X(RISK_CRITERION_TYPE, ERROR, "risk-criterion-type",
  "手法 {1} の基準「{2}」には{3}を書きます", "the criterion \"{2}\" of the method {1} takes {3}", "", "")
X(RISK_FIGURES, ERROR, "risk-figures",
  "手法 {1} の {2} は表（テーブル）か nil を返すはずですが、返したのは {3} です",
  "{2} of the method {1} should return a table or nil, not {3}", "", "")
X(RISK_VALUE, ERROR, "risk-value",
  "リスク {1} の評価値が正しくありません: {2}", "the values of risk {1} are not right: {2}",
  "first 又は second の評価値を直してください", "correct the values in first or second")
X(RISK_CRITERIA, ERROR, "risk-criteria",
  "手法 {1} の基準が正しくありません: {2}", "the criteria of the method {1} are not right: {2}",
  "tekigo.yaml の risk: criteria: を直してください", "correct risk: criteria: in tekigo.yaml")

/* — composing — */
X(TEMPLATE_LIBRARY, ERROR, "template-library",
  "テンプレートの共通部品 {1} がありません", "the library file {1} is missing",
  "プロジェクトで差し替えたファイルを戻すか、tekigo を入れ直してください", "restore the file, or install tekigo again")
X(TEMPLATE_WRONG, ERROR, "template-wrong",
  "テンプレートではありません（{1} がありません）", "this is no template ({1} is missing)",
  "`return document \"id\" { title = …, body = function(isms, d) … end }` の形で書いてください",
  "write `return document \"id\" { title = …, body = function(isms, d) … end }`")
X(DOCUMENT_TWICE, ERROR, "document-twice",
  "文書 {1} が二つあります。一つだけ作成します", "there are two documents {1}; only one is made",
  "テンプレートのid又は文書番号を変えてください", "change the id of the template or the number of the document")
X(DASHBOARD_TWICE, ERROR, "dashboard-twice",
  "文書 {1} が入口のページ（index.html）になろうとしていますが、入口は既に文書 {2} です。{1} は作成しません",
  "document {1} would be the page of entry (index.html), which document {2} is already; {1} is not made",
  "dashboard = true を取り除くか、templates/dashboard.lua を置き換えてください",
  "take `dashboard = true` away, or put your own page in place of templates/dashboard.lua")
X(LIVE_NOTHING, WARNING, "live-nothing",
  "「{1}」には値がありません", "“{1}” has no value",
  "綴りと、元のデータの記入を確かめてください", "check the spelling and that the data has been filled in")

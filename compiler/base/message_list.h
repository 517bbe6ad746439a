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

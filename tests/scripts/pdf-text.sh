# The text of every PDF, taken out by its structure, is that of the tree, in the same order: white space, contents lists
# (they have page numbers, and a short document has none), pictures and the marks of items and notes apart. Headers and footers are no part of it.
# A choice of documents of all kinds: pdfinfo takes time with the square of the pages.
set -u
status=0
documents="A-01 C-03 scope dashboard corrective-action-NC-2026-01 audit-report-AU-2026 residual-risks C-14"
"$TEKIGO" -C examples/manufacturer-ja -q --only pdf,dump --out "$WORK/out" build >/dev/null || exit 1

# Both filters skip what stands deeper than a line that is to be skipped: indentation is the depth.
of_tree() {
  awk -v long="$2" '
    function unquote(text) {
      gsub(/\\n|\\t/, "", text); gsub(/\\"/, "\"", text); gsub(/\\\\/, "\\", text); return text
    }
    function quoted(line, name,   at, rest, i, c) { # the string after name=, or the last of the line when name is ""
      at = name == "" ? match(line, /(^| )"/) : index(line, " " name "=\"")
      if (!at) return ""
      rest = substr(line, at + (name == "" ? RLENGTH : length(name) + 3))
      for (i = 1; i <= length(rest); i++) {
        c = substr(rest, i, 1)
        if (c == "\\") i++
        else if (c == "\"") break
      }
      return unquote(substr(rest, 1, i - 1))
    }
    function number(line) { return match(line, /\[[^]]*\]/) ? substr(line, RSTART + 1, RLENGTH - 2) : "" }
    NR == 1 { next }
    { match($0, /^ */); depth = RLENGTH; line = substr($0, depth + 1); split(line, word, " "); type = word[1] }
    skipping && depth > skipped { next }
    { skipping = 0 }
    type ~ /^(entry|drawing|image)$/ { skipping = 1; skipped = depth; next }
    type == "section" && / long_only/ && !long { skipping = 1; skipped = depth; next }
    type == "section" { pending = number(line) }
    type == "heading" { print number(line) != "" ? number(line) : pending; pending = "" }
    type == "caption" { print number(line) }
    type ~ /^(text|code_span)$/ { print quoted(line, "") }
    type == "code" { sub(/ info="[^"]*"/, "", line); print quoted(line, "") }
    type == "signature" {
      print quoted(line, "role"); print quoted(line, "date")
      sub(/ role="[^"]*"/, "", line); sub(/ date="[^"]*"/, "", line); print quoted(line, "")
    }
    type == "key_figure" { label = quoted(line, "label"); sub(/ label="([^"\\]|\\.)*"/, "", line); print quoted(line, ""); print label }
    type == "check_box" { print line ~ / checked/ ? "☑" : "☐" }
    type == "footnote_reference" { match(line, /number=[0-9]+/); print substr(line, RSTART + 7, RLENGTH - 7) ")" }
  ' "$1"
}

of_pdf() {
  pdfinfo -struct-text "$1" | awk '
    { match($0, /^ */); depth = RLENGTH; line = substr($0, depth + 1) }
    skipping && depth > skipped { next }
    { skipping = 0 }
    line ~ /^(TOC|Figure|Lbl)([ :]|$)/ { skipping = 1; skipped = depth; next }
    line ~ /^"/ { sub(/^"/, "", line); sub(/"$/, "", line); print line }
  '
}

# Without white space of any kind; in lines of 60 characters, so that a difference can be read.
squeeze() { tr -d ' \t\n\r' | sed 's/　//g; s/\xC2\xA0//g' | sed 's/.\{60\}/&\n/g'; echo; }

for name in $documents; do
  tree=$WORK/out/ja/$name.tree
  long=$(pdfinfo -struct "${tree%.tree}.pdf" | grep -c '^ *TOC$')
  of_tree "$tree" "$long" | squeeze >"$WORK/expected"
  of_pdf "${tree%.tree}.pdf" | squeeze >"$WORK/found"
  if ! diff -u "$WORK/expected" "$WORK/found" >"$WORK/diff"; then
    echo "$name: the text of the PDF differs from that of the tree"
    sed -n 4,12p "$WORK/diff"
    status=1
  fi
done
exit $status

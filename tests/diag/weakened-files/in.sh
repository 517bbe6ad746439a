# Files in place of the program's: rules emptied, renamed or declared elsewhere, a library, words, a document, looks, a catalogue.
# A file that says the same, notes for readers and new files are none.
mkdir -p lua/rules lua/lib/document lua/locale lua/catalogs lua/schema templates/theme rules
echo '-- nothing' > lua/rules/hollow-same-reason.lua
cat > lua/rules/task-overdue.lua <<'LUA'
rule "task-late" { severity = "note", text = { ja = "遅れ", en = "late" }, check = function() end }
LUA
cat > rules/own.lua <<'LUA'
rule "hollow-same-reason" { severity = "warning", text = { ja = "同じ", en = "same" }, check = function() end }
LUA
cat > lua/rules/zzz.lua <<'LUA'
rule "more" { severity = "note", text = { ja = "追加", en = "more" }, check = function() end }
LUA
cp "$OLDPWD/lua/locale/en.lua" lua/locale/en.lua
for file in lua/lib/document/state.lua lua/locale/ja.lua lua/catalogs/attributes.yaml templates/laws.lua templates/theme/default.lua; do
  cp "$OLDPWD/$file" "$file" && echo >> "$file"
done
cp "$OLDPWD/lua/schema/README.md" lua/schema/ && echo >> lua/schema/README.md

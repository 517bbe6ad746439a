# A file that tekigo did not write, and one that was changed since.
"$TEKIGO" -q build >/dev/null
echo mine >out/ja/mine.txt
echo signed >>out/ja/soa.pdf
touch out/.DS_Store out/ja/Thumbs.db

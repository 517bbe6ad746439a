# Every parser has a fuzz target (tests/fuzz/parsers.txt), every target a corpus that it takes without a complaint.
set -u
status=0
complain() { echo "$1"; status=1; }
list=tests/fuzz/parsers.txt

# What reads what others wrote: the rooms of the readers and of pictures; what declares a function of bytes and their length;
# what includes the header of a library that parses; what reads a number out of a text.
parsers() {
  ls compiler/read/*.c compiler/image/*.c
  grep -lE 'const (unsigned )?(char|void) \*[a-z]*, size_t length' compiler/*/*.h | sed 's/h$/c/' | while read -r file; do
    [ ! -f "$file" ] || echo "$file"
  done
  grep -lE '\b(strto(u?ll?|d)|sscanf|fgets|getline)\(' compiler/*/*.c
  grep -lE '#include <(yaml|cmark-gfm|png|jpeglib|lua|harfbuzz/[a-z-]*|libxml/.*|zip|archive|jansson)\.h>' compiler/*/*.c
}
while read -r file; do
  grep -qE "^$file +[a-z_-]" $list || complain "$list lacks $file"
done < <(parsers | sort -u)

while read -r file target _; do
  [ -f "$file" ] || complain "$list: there is no $file"
  [ "$target" = - ] || [ -f "tests/fuzz/$target.c" ] || complain "$list: there is no tests/fuzz/$target.c"
done < <(grep -v '^#' $list)

for corpus in tests/fuzz/corpus/*/; do
  [ -f "tests/fuzz/$(basename "$corpus").c" ] || complain "$corpus belongs to no target"
done
for source in tests/fuzz/*.c; do
  name=$(basename "$source" .c)
  [ "$(find "tests/fuzz/corpus/$name" -type f 2>/dev/null | wc -l)" -ge 3 ] || complain "tests/fuzz/corpus/$name has less than 3 files"
  timeout 60 "$BUILD/target/$name" "tests/fuzz/corpus/$name" >"$WORK/messages" 2>&1 || {
    complain "$name ended with $? at:"
    tail -4 "$WORK/messages"
  }
done
size=$(find tests/fuzz/corpus -type f -printf '%s\n' | awk '{ sum += $1 } END { print sum }')
[ "$size" -le 300000 ] || complain "the corpora have $size bytes: at most 300000, seeds are small"
exit $status

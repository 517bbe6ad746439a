# A stage includes base/, its own folder and the contract header of its input; one place includes each foreign header.
set -u
status=0
allowed() { # folder: pattern of what its files may include
  case $1 in
    base) echo '^base/' ;;
    read) echo '^(base|read)/|^doc/node\.h' ;;
    image) echo '^(base|image)/' ;;
    doc) echo '^(base|doc)/|^image/image\.h|^read/value\.h' ;;
    model) echo '^(base|model)/|^read/|^doc/node\.h' ;;
    script) echo '^(base|script)/|^model/model\.h|^read/value\.h|^doc/node\.h' ;;
    rules) echo '^(base|rules)/|^model/model\.h|^script/|^read/value\.h' ;;
    compose) echo '^(base|compose)/|^doc/|^model/model\.h|^script/|^read/(value|read)\.h' ;;
    html | pdf) echo "^(base|$1)/|^doc/" ;;
    publish) echo '^(base|publish)/' ;;
    cli) echo '^(base|cli|publish)/|^build\.h|^rules/|^model/model\.h|^read/value\.h|^doc/document\.h|^script/script\.h|^compose/compose\.h' ;;
    *) echo '.' ;;
  esac
}
for folder in compiler/*/; do
  name=$(basename "$folder")
  pattern=$(allowed "$name")
  wrong=$(grep -nE '^#include "' "$folder"*.[ch] | sed 's/#include "\([^"]*\)"/\1/' |
    awk -F: -v p="$pattern" '$3 !~ p { print $1 ":" $2 " includes " $3 }')
  [ -z "$wrong" ] || { printf '%s\n' "$wrong"; status=1; }
done
for header in yaml.h cmark-gfm.h lua.h hpdf.h hb.h hb-subset.h git2.h libdeflate.h png.h jpeglib.h sodium.h iconv.h utf8proc.h libxml/parserInternals.h; do
  places=$(grep -lE "^#include <$header>" compiler/*.c compiler/*/*.[ch] | sed 's|/[^/]*$||' | sort -u)
  files=$(grep -lE "^#include <$header>" compiler/*.c compiler/*/*.[ch] | wc -l)
  # A binding may need several files: then all of them are in one folder.
  if [ "$files" -gt 1 ] && [ "$(printf '%s\n' "$places" | wc -l)" -gt 1 ]; then
    echo "<$header> is included in several folders:" $places
    status=1
  fi
done
exit $status

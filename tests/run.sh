#!/usr/bin/env bash
# Runs every test and ends with "N passed, N failed".
#
#   unit      the cmocka programs of tests/unit
#   diag      tests/diag/<case>/in (files) and in.sh (changes) laid over tests/diag/base, `tekigo --format short check` (or the
#             words of tests/diag/<case>/command) in both languages compared with expected.ja and expected.en
#   rules     tests/rules/<rule>/fires and near (files or .sh) laid over tests/diag/base: the lines of that rule compared with
#             fires.expected; near gives none
#   render    tests/render/<case>/in laid over tests/diag/base, built with `--only dump,html`; every file under
#             expected/ compared with the one of the same path in the output. Beside those: <language>/<id>.layout are
#             its pages, <id>@<theme>.layout those in another theme (`draft`: as a draft), <id>.structure the tags of its
#             PDF with their text, <id>.fonts its fonts, <id>.pages its outline and, a page a line, label, size and text
#   scripts   tests/scripts/*.sh: each is one test, prints why it failed and exits non-zero
#
# Expectations are compared byte for byte. --accept shows the differences, then writes them. Names of groups or
# cases as arguments run only these.
set -u
cd "$(dirname "$0")/.."
export BUILD=${BUILD:-build} LC_ALL=C.UTF-8 TZ=UTC
export TEKIGO=$PWD/$BUILD/tekigo
export LSAN_OPTIONS=suppressions=$PWD/tests/leaks.txt:print_suppressions=0
unset SOURCE_DATE_EPOCH
accept=no
filters=()
for argument in "$@"; do
  case $argument in --accept) accept=yes ;; *) filters+=("$argument") ;; esac
done
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
passed=0
failed=0

pass() { passed=$((passed + 1)); }
fail() { failed=$((failed + 1)); printf 'FAILED %s\n' "$1"; }

wanted() { # group case
  [ ${#filters[@]} -gt 0 ] || return 0
  local filter
  for filter in "${filters[@]}"; do
    case "$1/$2" in "$filter"/* | */"$filter" | "$filter") return 0 ;; esac
  done
  return 1
}

# Compares a result with an expectation: expected-file result-file name.
compare() {
  if diff -u "$1" "$2" >"$work/diff" 2>&1; then pass; return; fi
  if [ "$accept" = yes ]; then
    cat "$work/diff"
    mkdir -p "$(dirname "$1")"
    cp "$2" "$1"
    pass
  else
    fail "$3"
    head -40 "$work/diff"
  fi
}

# destination overlay: the base tree with the files of the directory `overlay` laid over it, then changed by the
# script `overlay`.sh, each when it is there.
lay_over() {
  rm -rf "$1"
  cp -R tests/diag/base "$1"
  [ ! -d "$2" ] || cp -R "$2/." "$1/"
  [ ! -f "$2.sh" ] || (script=$PWD/$2.sh && cd "$1" && bash "$script")
}

run_unit() {
  local program name
  for program in "$BUILD"/unit/*; do
    name=$(basename "$program")
    case $name in *.d) continue ;; esac
    wanted unit "$name" || continue
    "$program" >"$work/unit" 2>&1
    local status=$? good bad
    good=$(sed -n 's/^\[  PASSED  \] \([0-9]*\) test.*/\1/p' "$work/unit" | tail -1)
    bad=$(sed -n 's/^\[  FAILED  \] \([0-9]*\) test.*/\1/p' "$work/unit" | tail -1)
    passed=$((passed + ${good:-0}))
    if [ $status -ne 0 ]; then
      failed=$((failed + ${bad:-1}))
      printf 'FAILED unit/%s\n' "$name"
      grep -vE '^\[ (RUN|      OK)' "$work/unit" | tail -30
    fi
  done
}

run_diag() {
  local case name language command
  for case in tests/diag/*/; do
    name=$(basename "$case")
    [ "$name" != base ] || continue
    wanted diag "$name" || continue
    lay_over "$work/tree" "$case/in"
    rm -rf "$work/here" && mkdir "$work/here" # where the command is called: what it writes to a relative path lies here
    command=$(cat "$case/command" 2>/dev/null || echo check)
    for language in ja en; do
      # shellcheck disable=SC2086 # a command is several words
      (cd "$work/here" && exec "$TEKIGO" -C "$work/tree" --lang $language --format short $command </dev/null) \
        >"$work/result" 2>"$work/messages"
      printf 'exit %d\n' $? >>"$work/messages"
      sed "s|$work/tree|TREE|g" "$work/result" "$work/messages" >"$work/both"
      compare "$case/expected.$language" "$work/both" "diag/$name ($language)"
    done
    chmod -R u+rwX "$work/tree"
  done
}

run_rules() {
  local case name
  for case in tests/rules/*/; do
    name=$(basename "$case")
    wanted rules "$name" || continue
    lay_over "$work/tree" "$case/fires"
    "$TEKIGO" -C "$work/tree" --lang en --format short check 2>&1 </dev/null | grep -F "[$name]" >"$work/result"
    if [ -s "$work/result" ]; then
      compare "$case/fires.expected" "$work/result" "rules/$name fires"
    else
      fail "rules/$name: it does not fire"
    fi
    lay_over "$work/tree" "$case/near"
    "$TEKIGO" -C "$work/tree" --lang en --format short check 2>&1 </dev/null | grep -F "[$name]" >"$work/result"
    if [ -s "$work/result" ] || ! { [ -d "$case/near" ] || [ -f "$case/near.sh" ]; }; then
      fail "rules/$name: the near miss fires, or there is none"
      cat "$work/result"
    else
      pass
    fi
  done
}

# The pages of a document, ./<language>/<id>.layout or ./<language>/<id>@<theme>.layout, set with metrics that no font
# changes.
layout() { # tree file
  local language id theme=
  language=$(basename "$(dirname "$2")")
  id=$(basename "$2" .layout)
  case $id in *@*) theme=${id#*@} id=${id%@*} ;; esac
  "$BUILD/layout-of" "$1" "$language" "$id" ${theme:+"$theme"} >"$work/out/$2" 2>>"$work/messages"
}

# The tags of a PDF with their text, then its text alternatives and the languages of passages. Places are left out.
structure() { # pdf
  local name value
  pdfinfo -struct-text "$1" | grep -v ' /BBox '
  mutool show "$1" grep 2>/dev/null | grep -a '/StructElem\|/K\b' | grep -ao '/\(Alt\|Lang\) *\(<[0-9A-F]*>\|([^)]*)\)' | tr -d ' >' |
    while read -r value; do
      name=${value%%[(<]*} value=${value#/Alt} value=${value#/Lang}
      case $value in '<FEFF'*) value=$(printf "$(printf '%s' "${value#<FEFF}" | sed 's/../\\x&/g')" | iconv -f UTF-16BE -t UTF-8) ;; esac
      printf '%s %s\n' "$name" "$value"
    done
}

# Names of the fonts of a PDF with their kind; embedded, subset, with Unicode.
fonts() { # pdf
  pdffonts "$1" 2>/dev/null | sed '1,2d; s/^[A-Z]*+//; s/ *[0-9]* *0$//' | tr -s ' ' | sort -u
}

# What a reader of the PDF is told, without what depends on fonts: places of the words and ends of the lines.
pages() { # pdf
  mutool show "$1" outline 2>/dev/null | sed 's/&zoom=.*//; s/&view=.*//'
  mutool show "$1" trailer/Root/PageLabels | tr -s ' \n' ' '
  mutool pages "$1" | sed -n 's/.*<page pagenum="\([0-9]*\)">.*/\1/p; s/.*<MediaBox \(.*\) \/>.*/\1/p' | paste -d ' ' - - >"$work/sizes"
  pdftotext -raw "$1" - | tr -d ' \n' | tr '\f' '\n' | sed 's/\.\.\.\.*/…/g' | paste -d ' ' "$work/sizes" -
}

run_render() {
  local case name file formats
  for case in tests/render/*/; do
    name=$(basename "$case")
    wanted render "$name" || continue
    lay_over "$work/tree" "$case/in"
    formats=dump,html
    [ -z "$(find "$case/expected" -name '*.structure' -o -name '*.fonts' -o -name '*.pages')" ] || formats=dump,html,pdf
    if ! "$TEKIGO" -C "$work/tree" --out "$work/out" --only $formats --draft build >"$work/messages" 2>&1 </dev/null &&
      ! [ -d "$work/out" ]; then
      fail "render/$name: no output"
      cat "$work/messages"
      continue
    fi
    (cd "$case/expected" && find . -type f | sort) >"$work/list"
    while read -r file; do
      case $file in
        *.layout) layout "$work/tree" "$file" ;;
        *.structure) structure "$work/out/${file%.structure}.pdf" >"$work/out/$file" ;;
        *.fonts) fonts "$work/out/${file%.fonts}.pdf" >"$work/out/$file" ;;
        *.pages) pages "$work/out/${file%.pages}.pdf" >"$work/out/$file" ;;
      esac
      compare "$case/expected/$file" "$work/out/$file" "render/$name $file"
    done <"$work/list"
    rm -rf "$work/out"
  done
}

run_scripts() {
  local script name
  for script in tests/scripts/*.sh; do
    name=$(basename "$script" .sh)
    wanted scripts "$name" || continue
    mkdir "$work/script"
    if WORK=$work/script bash "$script" >"$work/result" 2>&1 </dev/null; then
      pass
    else
      fail "scripts/$name"
      tail -30 "$work/result"
    fi
    chmod -R u+rwX "$work/script" && rm -rf "$work/script"
  done
}

# What the tests must leave as it is: the names of all files of the repository but those built, and the output that
# `make demo` made. Files that others may make meanwhile (of editors, of git) begin with a dot.
repository() {
  find . \( -path ./build -o -name '.?*' \) -prune -o -type f -print
  find out -type f -printf '%p %s %T@\n' 2>/dev/null
}

check_repository() {
  repository | sort >"$work/after"
  if cmp -s "$work/before" "$work/after" || [ "$accept" = yes ]; then pass; return; fi
  fail 'the tests changed the repository'
  diff "$work/before" "$work/after" | head -20
}

repository | sort >"$work/before"
run_unit
run_diag
run_rules
run_render
run_scripts
check_repository
printf '%d passed, %d failed\n' $passed $failed
[ $failed -eq 0 ]

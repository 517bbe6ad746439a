# The pages of both examples, in both shipped themes, are valid HTML (vnu) and have no violation that axe-core finds, at the
# widths of a desk and of a phone. The tools come from npm into the build folder once, of the versions named here.
set -u
VNU=26.9.27 AXE=4.14.1 PLAYWRIGHT=1.65.1
axe_s=230 # of the 300 s that tests/prove/run.sh gives; no page is begun after them
tools=$BUILD/validity
promise_html="pages are valid HTML (vnu $VNU)"
promise_axe="pages break no rule of axe-core $AXE (WCAG 2.2 A and AA, best practice; 1280 and 390 px)"

report() { printf '%s\t%s\t%s\n' "$1" "$2" "$3"; }
skip() { # promise reason
  report "$1" - "skipped: $2"
}

for command in npm node; do
  command -v $command >/dev/null && continue
  skip "$promise_html" "no $command"
  skip "$promise_axe" "no $command"
  exit 0
done
mkdir -p "$tools"
tools=$(cd "$tools" && pwd)
if [ "$(cat "$tools/versions" 2>/dev/null)" != "$VNU $AXE $PLAYWRIGHT" ]; then
  npm install --prefix "$tools" --no-audit --no-fund --ignore-scripts \
    "vnu-jar@$VNU" "axe-core@$AXE" "playwright-core@$PLAYWRIGHT" >"$WORK/npm" 2>&1 &&
    echo "$VNU $AXE $PLAYWRIGHT" >"$tools/versions" || {
    skip "$promise_html" "npm cannot fetch vnu-jar"
    skip "$promise_axe" "npm cannot fetch axe-core"
    exit 0
  }
fi

mkdir "$WORK/pages"
for example in manufacturer-ja saas-en; do
  for theme in default mincho; do
    "$TEKIGO" -C "examples/$example" -q --only html --theme $theme --out "$WORK/pages/$example-$theme" build >"$WORK/build" 2>&1 || {
      cat "$WORK/build" >&2
      exit 1
    }
  done
done
find "$WORK/pages" -name '*.html' | sort >"$WORK/files"
pages=$(wc -l <"$WORK/files")

if command -v java >/dev/null; then
  java -jar "$tools/node_modules/vnu-jar/build/dist/vnu.jar" --skip-non-html --errors-only --format gnu "$WORK/pages" \
    >"$WORK/vnu" 2>&1
  status=$?
  errors=$(grep -c 'error' "$WORK/vnu")
  head -20 "$WORK/vnu" >&2
  if [ $status -eq 0 ] && [ "$errors" -eq 0 ]; then verdict=ok; else verdict=FAILED; fi
  report "$promise_html" "$pages pages, $errors errors" $verdict
else
  skip "$promise_html" "no java"
fi

if [ -x /usr/bin/chromium ]; then
  # Every page in one theme and at both widths; in the other theme, whose markup is the same, the pages whose looks differ
  # most. The largest come first, so that both workers end together.
  while read -r file; do
    case $file in
      *-default/*) printf 'all\tfile://%s\n' "$file" ;;
      */index.html | */requirements.html | */soa.html | */risk-report.html) printf 'looks\tfile://%s\n' "$file" ;;
    esac
  done < <(tr '\n' '\0' <"$WORK/files" | xargs -0 ls -S) >"$WORK/list"
  wanted=$(wc -l <"$WORK/list")
  node tests/prove/validity.mjs "$tools" "$WORK/profile" "$WORK/list" $axe_s 1280 390 >"$WORK/axe" 2>"$WORK/axe.log"
  seen=$(sed -n 's/^seen\t//p' "$WORK/axe")
  violations=$(grep -vc '^seen' "$WORK/axe")
  grep -v '^seen' "$WORK/axe" | head -20 >&2
  if [ "${seen:-0}" -eq "$wanted" ] && [ "$violations" -eq 0 ]; then verdict=ok; else verdict=FAILED; cat "$WORK/axe.log" >&2; fi
  report "$promise_axe" "${seen:-0} of $wanted pages, $violations violations" $verdict
else
  skip "$promise_axe" "no chromium"
fi
exit 0

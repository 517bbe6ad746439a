# The same tree gives the same bytes, whatever surrounds it.
set -u
promise() { printf '%s\t%s\t%s\n' "$1" "$2" "$3"; }
export GIT_CONFIG_GLOBAL=/dev/null GIT_CONFIG_NOSYSTEM=1 GIT_AUTHOR_NAME=a GIT_AUTHOR_EMAIL=a@b GIT_COMMITTER_NAME=a GIT_COMMITTER_EMAIL=a@b
git() { command git -c init.defaultBranch=main "$@" 2>/dev/null; }
sums() { (cd "$1" && find . -type f -exec sha256sum {} + | sort -k 2); }
tried=0 different=0 files=0
# what tree command…: builds with the command and compares with the first build.
compare() {
  local what=$1 tree=$2
  shift 2
  tried=$((tried + 1))
  "$@" >/dev/null 2>"$WORK/messages" || cat "$WORK/messages" >&2
  sums "$tree/out" >"$WORK/sums"
  [ -s "$WORK/first" ] || cp "$WORK/sums" "$WORK/first"
  cmp -s "$WORK/sums" "$WORK/first" && [ -s "$WORK/sums" ] || { different=$((different + 1)); echo "$what: $(diff "$WORK/first" "$WORK/sums" | grep -c '^>') files differ" >&2; }
}
report() { # promise
  files=$(grep -c . "$WORK/first")
  [ $different -eq 0 ] && [ "$files" -gt 10 ] && verdict=ok || verdict=FAILED
  promise "$1" "$tried builds of $files files, $different differ" "$verdict"
  tried=0 different=0
  rm -f "$WORK/first"
}

# An example, whole, in two places.
mkdir -p "$WORK/deep/er"
cp -R examples/manufacturer-ja "$WORK/example"
rm -rf "$WORK/example/out"
cp -R "$WORK/example" "$WORK/deep/er/example"
compare 'first' "$WORK/example" "$TEKIGO" -C "$WORK/example" -q build
compare 'again, elsewhere' "$WORK/deep/er/example" "$TEKIGO" -C "$WORK/deep/er/example" -q build
report 'the same bytes of the example in two places'

# A small tree, in everything that surrounds a build.
tree=$WORK/tree
cp -R tests/diag/base "$tree"
build=("$TEKIGO" -C "$tree" -q build)
compare 'first' "$tree" "${build[@]}"
for run in 2 3 4 5; do compare "run $run" "$tree" "${build[@]}"; done
for zone in Asia/Tokyo America/New_York Pacific/Kiritimati UTC+12; do compare "TZ=$zone" "$tree" env TZ=$zone "${build[@]}"; done
for locale in C POSIX C.UTF-8 ja_JP.UTF-8 tr_TR.UTF-8 de_DE.ISO-8859-1 nonsense; do
  compare "locale $locale" "$tree" env LC_ALL=$locale LANG=$locale LANGUAGE=$locale "${build[@]}"
done
for mask in 000 022 077 0277; do compare "umask $mask" "$tree" bash -c "umask $mask; exec \"\$@\"" - "${build[@]}"; [ $mask != 0277 ] || chmod -R u+w "$tree/out"; done
compare 'no environment' "$tree" env -i "${build[@]}"
compare 'a full environment' "$tree" env HOME=/nonexistent XDG_CONFIG_HOME=/etc COLUMNS=20 LINES=5 TERM=dumb NO_COLOR=1 TMPDIR=/ LUA_PATH=/x LUA_INIT='os.exit(1)' \
  GIT_DIR=/x GIT_WORK_TREE=/x GIT_INDEX_FILE=/x GIT_OBJECT_DIRECTORY=/x MALLOC_PERTURB_=165 MALLOC_ARENA_MAX=1 CI=1 GITHUB_ACTIONS=true FONTCONFIG_PATH=/x "${build[@]}"
compare 'without random addresses' "$tree" setarch -R "${build[@]}"
compare 'one processor' "$tree" taskset -c 0 "${build[@]}"
compare 'closed input' "$tree" bash -c 'exec "$@" <&-' - "${build[@]}"
compare 'from /' "$tree" bash -c 'cd / && exec "$@"' - "${build[@]}"
compare 'in the tree' "$tree" bash -c 'cd "$1" && shift && exec "$@"' - "$tree" "$TEKIGO" -q build
compare 'another ceiling of memory' "$tree" "${build[@]}" --max-mem 2048
compare 'other words of messages' "$tree" "${build[@]}" --lang en --format json
find "$tree" -type f -not -path '*/out/*' -exec touch -d 2001-01-01 {} +
compare 'old files' "$tree" "${build[@]}"
rm -rf "$tree/out"
mkdir "$WORK/reverse"
(cd "$tree" && find . -type f | sort -r) | while read -r file; do mkdir -p "$WORK/reverse/$(dirname "$file")"; cp "$tree/$file" "$WORK/reverse/$file"; done
compare 'files made in another order' "$WORK/reverse" "$TEKIGO" -C "$WORK/reverse" -q build
ln -s tree "$WORK/link"
compare 'by a link to the tree' "$tree" "$TEKIGO" -C "$WORK/link" -q build
report 'the same bytes whatever surrounds the build'

# A commit: what was built before counts for nothing.
"$TEKIGO" init --lang en "$WORK/git" >/dev/null 2>&1
git -C "$WORK/git" init -q
rm "$WORK/git/.gitignore"
git -C "$WORK/git" add -A
git -C "$WORK/git" commit -qm first
export SOURCE_DATE_EPOCH=1790000000
build=("$TEKIGO" -C "$WORK/git" -q --only html build)
compare 'first of the commit' "$WORK/git" "${build[@]}"
compare 'out/ is there, untracked' "$WORK/git" "${build[@]}"
mkdir "$WORK/git/.out.tekigo-left" && echo x >"$WORK/git/.out.tekigo-left/x"
compare 'a leftover is there' "$WORK/git" "${build[@]}"
"$TEKIGO" -C "$WORK/git" -q --only html --out "$WORK/git/site/set" build >/dev/null 2>&1
diff -r "$WORK/git/out" "$WORK/git/site/set" >&2 || different=$((different + 1))
tried=$((tried + 1))
rm -rf "$WORK/git/site"
touch "$WORK/git"/*.yaml
compare 'touched files' "$WORK/git" "${build[@]}"
git clone -q "file://$WORK/git" "$WORK/clone"
compare 'a clone' "$WORK/clone" "$TEKIGO" -C "$WORK/clone" -q --only html build
git clone -q --depth 1 "file://$WORK/git" "$WORK/shallow"
compare 'a shallow clone' "$WORK/shallow" "$TEKIGO" -C "$WORK/shallow" -q --only html build
git -C "$WORK/git" worktree add -q --detach "$WORK/linked"
compare 'a linked work tree' "$WORK/linked" "$TEKIGO" -C "$WORK/linked" -q --only html build
git -C "$WORK/git" gc -q
compare 'a packed repository' "$WORK/git" "${build[@]}"
git -C "$WORK/git" config include.path /nonexistent
compare 'configuration that is not there' "$WORK/git" "${build[@]}"
report 'the same bytes of one commit'
exit 0

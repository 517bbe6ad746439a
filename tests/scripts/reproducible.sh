# The same tree gives the same bytes: other directory, time zone, locale, umask, home, order of creation, repeated.
set -eu
mkdir -p "$WORK/a" "$WORK/deep/er/b"
cp -R examples/manufacturer-ja "$WORK/a/tree"
(cd examples/manufacturer-ja && find . -type f | sort -r) | while read -r file; do
  mkdir -p "$WORK/deep/er/b/tree/$(dirname "$file")"
  cp "examples/manufacturer-ja/$file" "$WORK/deep/er/b/tree/$file"
done
(umask 022 && cd "$WORK/a/tree" && env -i PATH="$PATH" LSAN_OPTIONS="$LSAN_OPTIONS" TZ=Asia/Tokyo LC_ALL=C.UTF-8 "$TEKIGO" -q build >/dev/null)
sleep 1
(umask 077 && cd / && env -i PATH="$PATH" LSAN_OPTIONS="$LSAN_OPTIONS" HOME=/nonexistent TZ=America/New_York LANG=en_US.UTF-8 LC_ALL=C COLUMNS=40 \
  "$TEKIGO" -C "$WORK/deep/er/b/tree" -q build >/dev/null)
diff -r "$WORK/a/tree/out" "$WORK/deep/er/b/tree/out"
cp -R "$WORK/a/tree/out" "$WORK/first"
"$TEKIGO" -C "$WORK/a/tree" -q build >/dev/null
diff -r "$WORK/first" "$WORK/a/tree/out"
[ "$(find "$WORK/first" -name '*.pdf' | wc -l)" -gt 20 ]

# out/ changes only when a build succeeded, whole, and nothing of the user's is replaced.
set -u
fail() { echo "$1"; exit 1; }
tree=$WORK/tree
cp -R tests/diag/base "$tree"
"$TEKIGO" -C "$tree" -q build >/dev/null || fail "the base does not build"
sum() { (cd "$1" && find . -type f -exec sha256sum {} + | sort); }
sum "$tree/out" >"$WORK/before"

# An error in the input.
cp "$tree/people.yaml" "$WORK/people"
printf -- '- {id: P-1, name: 重複}\n' >>"$tree/people.yaml"
"$TEKIGO" -C "$tree" -q build >/dev/null 2>&1
[ $? -eq 1 ] || fail "a duplicate id did not fail the build"
sum "$tree/out" | cmp -s - "$WORK/before" || fail "a failed build changed out/"
cp "$WORK/people" "$tree/people.yaml"

# A directory that is not ours, also with an empty tree of folders in it, and one that a symbolic link leads to.
mkdir -p "$WORK/mine/deep" && echo precious >"$WORK/mine/file"
"$TEKIGO" -C "$tree" -q --out "$WORK/mine" build >/dev/null 2>&1 && fail "a foreign directory was replaced"
[ "$(cat "$WORK/mine/file")" = precious ] || fail "a foreign file is gone"
[ "$(ls -A "$WORK/mine" | tr '\n' ' ')" = "deep file " ] || fail "a foreign directory changed"
ln -s mine "$WORK/link"
"$TEKIGO" -C "$tree" -q --force --out "$WORK/link" build >/dev/null 2>&1 && fail "a symbolic link was replaced"
[ -L "$WORK/link" ] && [ "$(cat "$WORK/mine/file")" = precious ] || fail "what a symbolic link leads to changed"

# A file of others in a set of ours, or one that was changed, stops the build; with --force it is kept aside.
echo note >"$tree/out/ja/note.txt"
echo signature >>"$tree/out/ja/soa.pdf"
touch "$tree/out/.DS_Store" "$tree/out/ja/Thumbs.db"
sum "$tree/out" >"$WORK/touched"
"$TEKIGO" -C "$tree" -q build >/dev/null 2>&1 && fail "a build went over a foreign file"
sum "$tree/out" | cmp -s - "$WORK/touched" || fail "a refused build changed out/"
"$TEKIGO" -C "$tree" -q --force build >/dev/null || fail "--force did not build"
sum "$tree/out" | cmp -s - "$WORK/before" || fail "--force made another set"
[ "$(cat "$tree/.out.tekigo-kept/ja/note.txt")" = note ] || fail "--force lost a foreign file"
[ "$(tail -n 1 "$tree/.out.tekigo-kept/ja/soa.pdf")" = signature ] || fail "--force lost a changed file"
[ "$(find "$tree/.out.tekigo-kept" -type f | wc -l)" = 2 ] || fail "more than the foreign files was kept"
echo again >"$tree/out/note.txt"
"$TEKIGO" -C "$tree" -q --force build >/dev/null && [ -f "$tree/.out.tekigo-kept-2/note.txt" ] || fail "the second to be kept was not"
rm -rf "$tree"/.out.tekigo-kept*

# A set that version 0.1.0 made has a marker without a list: it is replaced, but for what that never wrote.
head -n 1 "$tree/out/.tekigo" >"$WORK/marker" && cp "$WORK/marker" "$tree/out/.tekigo"
echo old >"$tree/out/ja/old.html"
"$TEKIGO" -C "$tree" -q build >/dev/null || fail "a set of 0.1.0 was not replaced"
sum "$tree/out" | cmp -s - "$WORK/before" || fail "a set of 0.1.0 left something"
cp "$WORK/marker" "$tree/out/.tekigo" && echo minutes >"$tree/out/minutes.docx"
"$TEKIGO" -C "$tree" -q build >/dev/null 2>&1 && fail "a foreign file in a set of 0.1.0 was replaced"
rm "$tree/out/minutes.docx"
"$TEKIGO" -C "$tree" -q build >/dev/null || fail "no build after that"

# What stopped builds left is removed when nobody holds it, and what is nobody's leftover is not.
for name in aaaaaaaa bbbbbbbb 4711; do cp -R "$tree/out" "$tree/.out.tekigo-$name"; done
printf 'This directory is written by tekigo and replaced whole by its next build.\nwriting:\n' >"$tree/.out.tekigo-aaaaaaaa/.tekigo"
cp "$WORK/marker" "$tree/.out.tekigo-4711/.tekigo"
mkdir "$tree/.out.tekigo-cccccccc" "$tree/.out.tekigo-dddddddd" && echo mine >"$tree/.out.tekigo-dddddddd/file"
exec 9<"$tree/.out.tekigo-bbbbbbbb/.tekigo" && flock 9
"$TEKIGO" -C "$tree" -q build >/dev/null || fail "no build beside leftovers"
[ "$(cd "$tree" && ls -d .out.tekigo-* | tr '\n' ' ')" = ".out.tekigo-bbbbbbbb .out.tekigo-dddddddd " ] || fail "leftovers: $(ls -dA "$tree"/.out*)"
exec 9<&-
"$TEKIGO" -C "$tree" -q build >/dev/null
[ "$(cd "$tree" && ls -d .out.tekigo-*)" = .out.tekigo-dddddddd ] || fail "a leftover that nobody holds any more stays"
rm -r "$tree/.out.tekigo-dddddddd"

# A set that made way where names cannot be exchanged, when the build was stopped just then, comes back.
mv "$tree/out" "$tree/.out.tekigo-aaaaaaaa-old" && echo mine >"$tree/.out.tekigo-aaaaaaaa-old/mine"
"$TEKIGO" -C "$tree" -q build >/dev/null 2>&1 && fail "a build went over a foreign file of a set that made way"
[ "$(cat "$tree/out/mine")" = mine ] && rm "$tree/out/mine" || fail "a set that made way did not come back"
sum "$tree/out" | cmp -s - "$WORK/before" || fail "another set came back"

# A folder that vanishes while it is written to is not made again: the whole set or none.
(while [ ! -e "$WORK/done" ]; do for fresh in "$tree"/.vanish.tekigo-*; do [ ! -e "$fresh" ] || rm -rf "$fresh"; done; done) &
remover=$!
"$TEKIGO" -C "$tree" -q --out "$tree/vanish" build >/dev/null 2>&1
status=$?
touch "$WORK/done" && wait $remover
if [ $status -ne 0 ]; then [ ! -e "$tree/vanish" ]; else sum "$tree/vanish" | cmp -s - "$WORK/before"; fi ||
  fail "a part of a set was published"
rm -rf "$tree/vanish"

# Killed at many moments: the old set or the new one, and nothing is left after the next build. In place, too.
"$TEKIGO" -C "$tree" -q --date 2026-10-16 --out "$WORK/other" build >/dev/null 2>&1
sum "$WORK/other" >"$WORK/after"
for delay in 0.002 0.005 0.01 0.02 0.03 0.05 0.08 0.12; do
  setsid "$TEKIGO" -C "$tree" -q --date 2026-10-16 build >/dev/null 2>&1 &
  process=$!
  sleep $delay
  kill -9 -- -$process 2>/dev/null
  wait $process 2>/dev/null
  sum "$tree/out" >"$WORK/now"
  cmp -s "$WORK/now" "$WORK/before" || cmp -s "$WORK/now" "$WORK/after" || fail "killed after $delay s: a mixture"
done
"$TEKIGO" -C "$tree" -q build >/dev/null || fail "no build after the kills"
[ -z "$(find "$tree" -maxdepth 1 -name '.out.tekigo-*')" ] || fail "a stopped build left something behind"

# Builds of one output at the same time: each of them whole.
for round in 1 2 3; do
  "$TEKIGO" -C "$tree" -q build >/dev/null & one=$!
  "$TEKIGO" -C "$tree" -q --date 2026-10-16 build >/dev/null & two=$!
  wait $one || fail "the first of two builds failed"
  wait $two || fail "the second of two builds failed"
  sum "$tree/out" >"$WORK/now"
  cmp -s "$WORK/now" "$WORK/before" || cmp -s "$WORK/now" "$WORK/after" || fail "two builds made a mixture"
done
"$TEKIGO" -C "$tree" -q build >/dev/null
[ -z "$(find "$tree" -maxdepth 1 -name '.out.tekigo-*')" ] || fail "two builds left something behind"

# The rest mounts file systems.
[ "$(id -u)" = 0 ] && mkdir "$WORK/small" "$WORK/volume" && mount -t tmpfs -o size=256k tmpfs "$WORK/small" 2>/dev/null || exit 0
trap 'umount "$WORK/small" "$WORK/volume" 2>/dev/null' EXIT

# A full device: the former set stands.
"$TEKIGO" -C "$tree" -q --out "$WORK/small/out" build >/dev/null 2>&1 && fail "a full device went unnoticed"
[ -z "$(ls -A "$WORK/small")" ] || fail "a full device keeps: $(ls -A "$WORK/small")"

# A mount point: its contents are exchanged.
mount -t tmpfs tmpfs "$WORK/volume" && mkdir "$WORK/volume/lost+found"
"$TEKIGO" -C "$tree" -q --only pdf --out "$WORK/volume" build >/dev/null || fail "no build into an empty mount point"
"$TEKIGO" -C "$tree" -q --date 2026-10-16 --out "$WORK/volume" build >/dev/null || fail "no second build into a mount point"
sum "$WORK/volume" | cmp -s - "$WORK/after" || fail "another set in a mount point"
"$TEKIGO" -C "$tree" -q --only html --out "$WORK/volume" build >/dev/null || fail "no third build into a mount point"
[ -z "$(find "$WORK/volume" -name '*.pdf')" ] || fail "a mount point keeps files of the former set"
echo note >"$WORK/volume/note.txt" && echo note >"$WORK/volume/ja/note.txt"
"$TEKIGO" -C "$tree" -q --out "$WORK/volume" build >/dev/null 2>&1 && fail "a foreign file in a mount point was replaced"
"$TEKIGO" -C "$tree" -q --force --out "$WORK/volume" build >/dev/null || fail "--force did not build into a mount point"
[ -f "$WORK/volume/.tekigo-kept/note.txt" ] && [ -f "$WORK/volume/.tekigo-kept/ja/note.txt" ] || fail "--force lost files of a mount point"
rm -r "$WORK/volume/.tekigo-kept"
sum "$WORK/volume" | cmp -s - "$WORK/before" || fail "--force made another set in a mount point"
exit 0

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

# A directory that is not ours.
mkdir "$WORK/mine" && echo precious >"$WORK/mine/file"
"$TEKIGO" -C "$tree" -q --out "$WORK/mine" build >/dev/null 2>&1 && fail "a foreign directory was replaced"
[ "$(cat "$WORK/mine/file")" = precious ] || fail "a foreign file is gone"
[ "$(ls -A "$WORK/mine")" = file ] || fail "a foreign directory changed"

# Killed at many moments: the old set or the new one.
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

# A full device: the former set stands.
if [ "$(id -u)" = 0 ] && mkdir "$WORK/small" && mount -t tmpfs -o size=256k tmpfs "$WORK/small" 2>/dev/null; then
  "$TEKIGO" -C "$tree" -q --out "$WORK/small/out" build >/dev/null 2>&1 && { umount "$WORK/small"; fail "a full device went unnoticed"; }
  [ ! -e "$WORK/small/out" ] || { umount "$WORK/small"; fail "a part of a set was published"; }
  umount "$WORK/small"
fi
exit 0

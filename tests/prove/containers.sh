# Containers: process numbers that repeat, one volume shared by several, an output that is a mount point, a read-only root.
set -u
. tests/prove/lib.sh
promise="whole sets only, also in containers"
[ "$(id -u)" = 0 ] && unshare -p -f --mount-proc true 2>/dev/null || { verdict "$promise" - "skipped: no process namespaces here"; exit 0; }
tree=$WORK/tree
cp -R tests/diag/base "$tree"
sum() { (cd "$1" && find . -type f -exec sha256sum {} + | sort); }
for day in 15 16; do "$TEKIGO" -C "$tree" -q --date 2026-10-$day --out "$WORK/$day" build >/dev/null && sum "$WORK/$day" >"$WORK/sum-$day"; done
contained() { unshare -p -f --mount-proc "$TEKIGO" -C "$tree" -q "$@"; }
known() { sum "$1" >"$WORK/now" && { cmp -s "$WORK/now" "$WORK/sum-15" || cmp -s "$WORK/now" "$WORK/sum-16"; }; }

# Killed in a container of its own, then built in others, whose processes have the same numbers.
blocked=0 kills=0 left=0
for ((i = 0; i < 20; i++)); do
  unshare -p -f --mount-proc "$TEKIGO" -C "$tree" -q --date 2026-10-15 build >/dev/null 2>&1 &
  process=$!
  sleep 0.0$((RANDOM % 9 + 1))
  for child in $(cat /proc/$process/task/$process/children 2>/dev/null); do kill -9 "$child" 2>/dev/null; done
  kill -9 $process 2>/dev/null
  wait $process 2>/dev/null
  kills=$((kills + 1))
  contained --date 2026-10-15 build >/dev/null 2>"$WORK/messages" || { blocked=$((blocked + 1)); cat "$WORK/messages" >&2; }
  [ -z "$(find "$tree" -maxdepth 1 -name '.out.tekigo-*')" ] || { left=$((left + 1)); ls -dA "$tree"/.out* >&2; }
done
judge "a build killed in one container stops none in another" "$kills kills, $blocked blocked, $left left over" $((blocked + left))

# Several at the same time on one volume: beside the tree, and in a mount point.
mkdir "$WORK/volume"
mount -t tmpfs tmpfs "$WORK/volume"
trap 'umount -R "$WORK/volume" 2>/dev/null' EXIT
builds=0 bad=0
for target in "$tree/out" "$WORK/volume"; do
  for ((i = 0; i < 6; i++)); do
    pids=()
    for day in 15 16 15; do contained --date 2026-10-$day --out "$target" build >/dev/null 2>>"$WORK/messages" & pids+=($!); done
    for pid in "${pids[@]}"; do builds=$((builds + 1)); wait "$pid" || bad=$((bad + 1)); done
    known "$target" || { bad=$((bad + 1)); echo "$target: $(wc -l <"$WORK/now") files, no set that was built" >&2; }
  done
done
judge "builds at the same time give whole sets" "$builds builds, $bad bad" $bad

# Killed while the contents of a mount point are exchanged: no reader who starts at the page of entry meets a mixture, and
# the next build mends it.
kills=0 mixtures=0 blocked=0
"$TEKIGO" -C "$tree" -q --date 2026-10-15 --out "$WORK/volume" build >/dev/null
for ((i = 0; i < 40; i++)); do
  setsid "$TEKIGO" -C "$tree" -q --date 2026-10-16 --out "$WORK/volume" build >/dev/null 2>&1 &
  process=$!
  sleep 0.$(printf %03d $((RANDOM % 400 + 20)))
  kill -9 -- -$process 2>/dev/null
  wait $process 2>/dev/null
  kills=$((kills + 1))
  find "$WORK/volume" -path '*/.tekigo-*' -prune -o -type f -print | sort >"$WORK/files"
  if grep -qx "$WORK/volume/index.html" "$WORK/files"; then
    (cd "$WORK/volume" && find . -path './.tekigo-*' -prune -o -type f ! -name .tekigo -exec sha256sum {} + | sort) >"$WORK/now"
    grep -v ' \./\.tekigo$' "$WORK/sum-15" | cmp -s - "$WORK/now" || grep -v ' \./\.tekigo$' "$WORK/sum-16" | cmp -s - "$WORK/now" ||
      { mixtures=$((mixtures + 1)); echo "killed: a page of entry with files of two sets" >&2; }
  fi
  "$TEKIGO" -C "$tree" -q --date 2026-10-15 --out "$WORK/volume" build >/dev/null 2>"$WORK/messages" || { blocked=$((blocked + 1)); cat "$WORK/messages" >&2; }
  known "$WORK/volume" || { mixtures=$((mixtures + 1)); ls -lA "$WORK/volume" >&2; }
done
judge "a kill during the exchange in a mount point is mended by the next build" "$kills kills, $mixtures mixtures, $blocked blocked" $((mixtures + blocked))

# A root that may only be read, with one volume that may be written.
mkdir "$WORK/root" "$WORK/root/out"
cp -R "$tree/." "$WORK/root/" && rm -rf "$WORK/root/out" && mkdir "$WORK/root/out"
bad=0
mount --bind "$WORK/root" "$WORK/root" && mount --bind "$WORK/volume" "$WORK/root/out" && mount -o remount,ro,bind "$WORK/root"
for day in 15 16; do
  "$TEKIGO" -C "$WORK/root" -q --date 2026-10-$day build >/dev/null || bad=$((bad + 1))
  sum "$WORK/root/out" | cmp -s - "$WORK/sum-$day" || bad=$((bad + 1))
done
umount "$WORK/root/out" && umount "$WORK/root"
judge "a read-only root with a volume for the output works" "2 builds, $bad bad" $bad

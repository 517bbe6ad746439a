# A full device at every size: the former set stands, whole, and nothing is left over. Also where contents are exchanged
# in place, which needs the room of both sets for a moment.
set -u
. tests/prove/lib.sh
promise="a full disk leaves the old set or the new one"
[ "$(id -u)" = 0 ] || { verdict "$promise" - "skipped: only root mounts file systems"; exit 0; }
tree=$WORK/tree volume=$WORK/volume
cp -R tests/diag/base "$tree" && mkdir "$volume"
mount -t tmpfs tmpfs "$volume" 2>/dev/null || { verdict "$promise" - "skipped: no tmpfs can be mounted"; exit 0; }
umount "$volume"
trap 'umount "$volume" 2>/dev/null' EXIT
sum() { (cd "$1" && find . -type f -exec sha256sum {} + | sort); }
"$TEKIGO" -C "$tree" -q --date 2026-10-15 --out "$WORK/one" build >/dev/null && sum "$WORK/one" >"$WORK/before"
"$TEKIGO" -C "$tree" -q --date 2026-10-16 --out "$WORK/two" build >/dev/null && sum "$WORK/two" >"$WORK/after"
need_kib=$(du -sk --apparent-size "$WORK/one" | cut -f 1)

runs=0 mixtures=0 refused=0 leftovers=0
for place in out .; do
  for ((kib = need_kib; kib <= need_kib * 3; kib += need_kib / 12)); do
    mount -t tmpfs -o size=${kib}k tmpfs "$volume"
    target=$volume/$place
    if "$TEKIGO" -C "$tree" -q --date 2026-10-15 --out "$target" build >/dev/null 2>&1; then
      runs=$((runs + 1))
      "$TEKIGO" -C "$tree" -q --date 2026-10-16 --out "$target" build >/dev/null 2>&1
      status=$?
      sum "$target" >"$WORK/now"
      if [ $status -eq 0 ]; then
        cmp -s "$WORK/now" "$WORK/after" || { mixtures=$((mixtures + 1)); echo "$place, $kib KiB: exit 0 and another set" >&2; }
      else
        refused=$((refused + 1))
        cmp -s "$WORK/now" "$WORK/before" || { mixtures=$((mixtures + 1)); echo "$place, $kib KiB: the former set changed" >&2; }
      fi
    fi
    [ -z "$(find "$volume" -name '*tekigo-*')" ] || { leftovers=$((leftovers + 1)); echo "$place, $kib KiB: something is left" >&2; }
    umount "$volume"
  done
done
[ $refused -gt 0 ] || mixtures=$((mixtures + 1)) # the sizes hit nothing
judge "$promise" "$runs sizes, $refused refused, $mixtures mixtures" $mixtures
judge "a full disk leaves nothing over" "$leftovers leftovers" $leftovers

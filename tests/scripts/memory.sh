# Too little memory ends in words, status 2 and the old output, or in exactly the bytes of enough memory: a part of what
# tests/prove/memory.sh tries. What is there but cannot be loaded is not called missing.
set -u
[ "$BUILD" = "${BUILD%asan}" ] || exit 0 # the sanitizer has its own allocator
. tests/memory/sweep.sh
sweep_lay && sweep_sites "$WORK/sites" || exit 1
end=$((SECONDS + 5))
while IFS=$'\t' read -r number library && [ $SECONDS -lt $end -o $runs -lt 10 ]; do
  if [ $((runs % 4)) -eq 3 ]; then sweep_fail "$number" "$library" on; else sweep_fail "$number" "$library"; fi
done < <(sweep_order "$WORK/sites")
for megabytes in 12 24 64 96 128; do
  sweep_build "--max-mem $megabytes" "${sweep_command[@]}" --max-mem $megabytes
done

# The reports, and the parent.
"${sweep_command[@]}" risk --format json >"$WORK/risks" || exit 1
for at in 100 5000 12000 17000; do
  sweep_print "risk, request $at" "$WORK/risks" LD_PRELOAD="$WORK/fail.so" FAIL_AT=$at "${sweep_command[@]}" risk --format json
done
: >"$WORK/nothing"
for at in 1 2 3; do
  sweep_print "parent, request $at" "$WORK/nothing" LD_PRELOAD="$WORK/fail.so" FAIL_PARENT=1 FAIL_AT=$at "${sweep_command[@]}" check
done
status=$wrong

mkdir "$WORK/broken"
echo "no library" >"$WORK/broken/librsvg-2.so.2"
LD_LIBRARY_PATH=$WORK/broken "${sweep_command[@]}" --lang en --out "$WORK/out" build >"$WORK/messages" 2>&1
[ $? -eq 1 ] && grep -q '\[image-svg-unusable\].*librsvg-2.so.2' "$WORK/messages" && diff -r "$WORK/old" "$WORK/out" ||
  { cat "$WORK/messages"; echo "a library that cannot be loaded"; status=1; }
exit $status

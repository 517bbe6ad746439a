# Short memory never damages a document. Requests for memory fail, at the places where the program and its libraries make them,
# each library in its turn until the time is over, 40 at least; and limits go from too low for anything to enough.
set -u
. tests/memory/sweep.sh
case $BUILD in
  *asan)
    printf 'short memory never damages a document\t-\tskipped: the sanitizer has its own allocator\n'
    exit 0
    ;;
esac
sweep_lay && sweep_sites "$WORK/sites" || exit 1

verdict() { # promise
  local word=ok
  [ $wrong -eq 0 ] && [ $runs -ge 20 ] || word=FAILED
  printf '%s\t%d runs, %d with other bytes or another end\t%s\n' "$1" $runs $wrong $word
  runs=0 wrong=0
}

end=$((SECONDS + 45))
while IFS=$'\t' read -r number library && [ $SECONDS -lt $end -o $runs -lt 40 ]; do
  if [ $((runs % 4)) -eq 3 ]; then sweep_fail "$number" "$library" on; else sweep_fail "$number" "$library"; fi
done < <(sweep_order "$WORK/sites")
verdict "a failed request for memory ends in words or in the same bytes"

# Every few MB in an order by chance, that a slow machine sees low and high ones, too.
end=$((SECONDS + 30))
while read -r megabytes && [ $SECONDS -lt $end -o $runs -lt 20 ]; do
  sweep_build "--max-mem $megabytes" "${sweep_command[@]}" --max-mem "$megabytes"
done < <(seq 8 2 160 | sort -R --random-source=<(yes))
verdict "a low --max-mem ends in words or in the same bytes"

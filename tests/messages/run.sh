# run.sh FOLDER OUTPUT FORMAT…: runs the program on every tree of FOLDER (trees.pl) in each format, on two at a time, each
# stream into a file of OUTPUT. Prints how many times; says on standard error which ended otherwise than with 0, 1 or 2.
set -u
folder=$1 output=$2
shift 2
mkdir -p "$output"
run() { # tree format
  local name status words=(check)
  name=$(basename "$1")
  [ ! -f "$1/.words" ] || mapfile -d '' words <"$1/.words"
  (cd "$1" && exec "$TEKIGO" --format "$2" "${words[@]}") >"$output/$name.$2.out" 2>"$output/$name.$2.err" </dev/null
  status=$?
  [ $status -le 2 ] || echo "$name ($2) ended with $status" >&2
}
export -f run
export output
printf '%s\n' "$folder"/*/ | sort | while read -r tree; do printf "$tree %s\n" "$@"; done >"$output.list"
xargs -P 2 -n 2 bash -c 'run "$1" "$2"' run <"$output.list"
wc -l <"$output.list"
rm "$output.list"

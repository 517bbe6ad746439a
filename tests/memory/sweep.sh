# Builds the tree of lay.sh with too little memory, and judges every run: it gives exactly the bytes of an undisturbed run, or it
# ends with status 2, words on memory and the old output. Sourced with TEKIGO and WORK set; sweep_lay comes first. `runs` and
# `wrong` are the counts; what went wrong is told on standard error.
runs=0
wrong=0
sweep_command=("$TEKIGO" -C "$WORK/tree" -q --max-time 60)

sweep_lay() {
  gcc -std=c11 -D_GNU_SOURCE -O2 -fPIC -shared -o "$WORK/fail.so" tests/memory/fail.c &&
    bash tests/memory/lay.sh "$WORK/tree" &&
    "${sweep_command[@]}" --out "$WORK/right" build >/dev/null &&
    "${sweep_command[@]}" --only html --out "$WORK/old" build >/dev/null &&
    cp -a "$WORK/old" "$WORK/out"
}

sweep_wrong() { # name, fault
  wrong=$((wrong + 1))
  printf '%s: %s\n' "$1" "$2" >&2
  sed 's/^/  /' "$WORK/messages" | head -20 >&2
}

# The messages of a run that ended with this status: its fault, or nothing.
sweep_fault() {
  if [ "$1" -ne 2 ]; then
    echo "ended with $1"
  elif ! grep -qE 'メモリー|memory' "$WORK/messages"; then
    echo "no words on memory"
  elif grep -qE 'stopped-signal|apt install' "$WORK/messages"; then
    echo "a crash, or advice to install what is there"
  fi
}

sweep_restore() {
  rm -rf "$WORK/out"
  cp -a "$WORK/old" "$WORK/out"
}

# name, then a command with what the environment needs before it: builds.
sweep_build() {
  local name=$1 status fault=
  shift
  env "$@" --out "$WORK/out" build >"$WORK/messages" 2>&1
  status=$?
  runs=$((runs + 1))
  if diff -rq "$WORK/right" "$WORK/out" >"$WORK/differs"; then
    [ $status -eq 0 ] || fault="ended with $status, and the output is another"
    sweep_restore
  elif diff -rq "$WORK/old" "$WORK/out" >>"$WORK/differs"; then
    fault=$(sweep_fault $status)
  else
    fault="other bytes"
    cat "$WORK/differs" >>"$WORK/messages"
    sweep_restore
  fi
  [ -z "$fault" ] || sweep_wrong "$name" "$fault"
}

# name, file of what an undisturbed run prints, then as above: a command that prints, and writes nothing.
sweep_print() {
  local name=$1 right=$2 status fault=
  shift 2
  env "$@" >"$WORK/printed" 2>"$WORK/messages"
  status=$?
  runs=$((runs + 1))
  if [ $status -eq 0 ]; then
    cmp -s "$right" "$WORK/printed" || fault="prints something else"
  else
    fault=$(sweep_fault $status)
  fi
  [ -z "$fault" ] || sweep_wrong "$name" "$fault"
}

# A request fails: its number, the library that asks, and `on` when all that follow fail, too.
sweep_fail() {
  sweep_build "request $1, of $2${3:+, and all after it}" LD_PRELOAD="$WORK/fail.so" FAIL_AT="$1" ${3:+FAIL_ON=1} "${sweep_command[@]}"
}

# Writes to the file $1 the first request from each place of the program and its libraries, a line each: number and library.
sweep_sites() {
  FAIL_SITES=$1.all LD_PRELOAD=$WORK/fail.so "${sweep_command[@]}" --out "$WORK/out" build >/dev/null || return 1
  sed '/\tall$/d' "$1.all" >"$1"
  sweep_restore
}

# The lines of the file $1 by turns of the libraries, each library's in an order by chance that is always the same.
sweep_order() {
  sort -R --random-source=<(yes) "$1" | awk -F'\t' '{ print ++turn[$2] "\t" $0 }' | sort -s -n -k1,1 | cut -f2-
}

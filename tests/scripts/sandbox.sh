# The attempts of tests/prove/sandbox.lua are held, without an address and the same in every run.
set -u
bash tests/prove/sandbox.sh >"$WORK/promises" || exit 1
! grep -v 'ok$' "$WORK/promises" && [ "$(grep -c . "$WORK/promises")" = 3 ]

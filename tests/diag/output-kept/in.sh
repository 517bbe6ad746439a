# What is not tekigo's is kept aside.
# (the second run, in English, finds nothing left to keep)
"$TEKIGO" -q build >/dev/null
mkdir out/notes
echo mine >out/notes/mine.txt

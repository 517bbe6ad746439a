# A library that cannot run does not keep the note back.
mkdir -p lua/lib && echo 'error("x")' > lua/lib/document.lua

mkdir -p out && echo mine > out/mine

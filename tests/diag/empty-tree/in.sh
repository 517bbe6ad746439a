rm -r ./*

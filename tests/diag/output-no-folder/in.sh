# The output is a symbolic link, whatever it leads to.
mkdir .elsewhere
ln -s .elsewhere out

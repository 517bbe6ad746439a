ln -s ../assets assets/again

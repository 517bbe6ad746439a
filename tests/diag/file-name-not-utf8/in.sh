printf 'x: 1\n' > "$(printf 'assets/\xff.yaml')"

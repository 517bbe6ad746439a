mkdir -p templates/theme
printf 'return {\n  fonts = {\n    latin = { "/dev/stdin" },\n    mono = { "ipaexm.ttf", "/usr/share/fonts/../../../etc/passwd", "../own.ttf", "/proc/kmsg#1" },\n  },\n}\n' > templates/theme/own.lua
printf 'theme: own\n' >> tekigo.yaml

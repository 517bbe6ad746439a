mkdir -p templates/theme fonts && printf 'no font' > fonts/own.ttf
printf 'return { fonts = { latin = { "own.ttf" } } }\n' > templates/theme/own.lua
printf 'theme: own\n' >> tekigo.yaml

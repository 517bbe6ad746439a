mkdir -p templates/theme
printf 'return { fonts = { latin = { "NoSuchFont.ttf" }, mono = { "NotoSansCJK-Regular.ttc", "ipaexm.ttf" } } }\n' > templates/theme/own.lua
printf 'theme: own\n' >> tekigo.yaml

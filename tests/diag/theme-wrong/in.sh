mkdir -p templates/theme
printf 'return { body = { size = "large" }, colors = { ink = "blue" }, fonts = { regular = 3 } }\n' > templates/theme/own.lua
printf 'theme: own\n' >> tekigo.yaml

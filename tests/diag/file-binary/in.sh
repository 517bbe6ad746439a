mkdir -p rules templates && printf '\177ELF\002\001\001\000\000\377' > rules/own.lua
printf '\211PNG\r\n\032\n\000\000\000\rIHDR' > templates/own.lua
printf 'return {}\000\n' > rules/ended.lua

mkdir -p rules schema && printf '\033LuaT\000\031\223' > rules/own.lua
printf '\033LJ\002' > schema/own.lua

mkdir rules && printf 'count = 0\n' > rules/own.lua

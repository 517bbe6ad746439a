mkdir schema && printf 'return { fields = {} }\n' > schema/own.lua && printf 'return 1\n' > schema/two.lua

mkdir -p schema scope && printf 'return { name = "scope", files = { "scope/*.yaml" }, fields = {} }\n' > schema/scope.lua
cp scope.yaml scope/more.yaml

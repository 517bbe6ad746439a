mkdir risk && printf 'return { name = "own" }\n' > risk/own.lua
sed -i 's/method: ipa/method: own/' tekigo.yaml

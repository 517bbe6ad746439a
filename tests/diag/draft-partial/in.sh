# No draft without what could not be read, and without a document that failed.
printf -- '- {id: P-9, name: [}\n' >>people.yaml
mkdir templates
printf 'return document "own" { title = "t", group = "other", body = function(isms, d) error("x") end }\n' >templates/own.lua

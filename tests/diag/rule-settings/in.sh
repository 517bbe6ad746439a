# Rules and settings that are no maps.
printf "rules: [a, {document-not-approved: off}]\nsettings: [audit-interval-months]\n" >>tekigo.yaml

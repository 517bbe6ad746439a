sed -i 's/risk: {method: ipa}/risk: {method: ipa, criteria: {aceptable: 3, bands: 4}}/' tekigo.yaml

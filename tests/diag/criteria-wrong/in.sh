sed -i 's/risk: {method: ipa}/risk: {method: ipa, criteria: {bands: [{id: low, max: 3}]}}/' tekigo.yaml

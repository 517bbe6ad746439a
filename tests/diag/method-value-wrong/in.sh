sed -i 's/method: ipa/method: matrix/' tekigo.yaml
sed -i 's/first: {threat: 2, vulnerability: 3}/first: {likelihood: 2, impact: 6}/; s/first: {threat: 1, vulnerability: 2}/first: {likelihood: 1, impact: 2}/; s/second: {threat: 2, vulnerability: 1}/second: {likelihood: 1, impact: 1}/' risks/risks.yaml

sed -i 's/second: {threat: 2, vulnerability: 1}/second: {threat: 2, vulnerability: 3}/' risks/risks.yaml

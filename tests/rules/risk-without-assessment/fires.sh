sed -i 's/first: {threat: 2, vulnerability: 3}/first: {threat: 2}/' risks/risks.yaml

sed -i '/  acceptance:/d; s/option: retain/option: reduce\n  controls: ["5.1"]\n  second: {threat: 1, vulnerability: 1}/' risks/risks.yaml

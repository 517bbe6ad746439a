{ printf 'statement: '; printf '[%.0s' $(seq 1 20000); } > scope.yaml

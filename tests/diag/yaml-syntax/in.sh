printf '%%FOO bar\nstatement: x\n' > scope.yaml

sed -i '1i - 一覧' scope.yaml
sed -i '2,$d' scope.yaml

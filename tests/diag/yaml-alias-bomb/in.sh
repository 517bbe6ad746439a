{
  echo 'a: &a [x, x, x, x, x, x, x, x, x, x]'
  for i in b c d e f g h i; do p=$(printf '%b' "\\x$(printf '%x' $(($(printf '%d' "'$i") - 1)))"); echo "$i: &$i [*$p, *$p, *$p, *$p, *$p, *$p, *$p, *$p, *$p, *$p]"; done
} > scope.yaml

mkdir -p "policies/$(printf "d/%.0s" $(seq 1 40))"

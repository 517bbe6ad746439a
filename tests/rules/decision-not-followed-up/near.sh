sed -i 's/state: 完了した/state: まだ着手していない/' reviews/MR-2.yaml

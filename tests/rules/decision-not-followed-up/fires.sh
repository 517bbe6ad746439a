sed -i '/^follow_up:/,$d' reviews/MR-2.yaml

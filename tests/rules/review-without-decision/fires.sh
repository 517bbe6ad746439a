sed -i '/^decisions:/,/MR-2-D1/d' reviews/MR-2.yaml

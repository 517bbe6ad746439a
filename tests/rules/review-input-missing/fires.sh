sed -i 's/, e: 苦情はなかった//' reviews/MR-2.yaml

# A committee meeting need not hear all inputs.
sed -i 's/, e: 苦情はなかった//; s/type: annual/type: quarterly/' reviews/MR-2.yaml
sed -i 's/^date: 2025-11-20/date: 2025-12-20/' reviews/MR-1.yaml

sed -i '/approved_/d; /risks:/d' treatment/2026.yaml

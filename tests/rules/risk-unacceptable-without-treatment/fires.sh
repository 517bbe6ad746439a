sed -i '/  option: reduce/d' risks/risks.yaml

sed -i 's/name: トップマネジメント, /name: トップマネジメント, reports_to: RO-2, /' roles.yaml

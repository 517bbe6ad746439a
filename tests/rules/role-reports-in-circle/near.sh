# A third role between the two is a line, not a circle.
printf -- '- {id: RO-3, name: 推進委員, holder: [P-2], reports_to: RO-2}\n' >> roles.yaml

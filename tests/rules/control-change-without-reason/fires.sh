mkdir -p soa
cat >soa/own.yaml <<'END'
- {id: X-1, title: Own control, theme: organizational, applicable: true, change: added, status: implemented, reason: Customers ask for it, basis: [contract]}
END

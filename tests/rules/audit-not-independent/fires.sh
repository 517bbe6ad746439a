sed -i 's/auditors: \[P-4\]/auditors: [P-4, P-3]/' audits/AU-1.yaml

sed -i 's/auditors: \[P-4\]/auditors: [P-4, P-2]/' audits/AU-1.yaml

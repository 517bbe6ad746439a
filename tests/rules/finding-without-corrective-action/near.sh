sed -i '/finding: AU-1-F1/d' nonconformities/NC-1.yaml
sed -i 's/grade: minor/grade: observation/' audits/AU-1.yaml

sed -i '0,/status: done/s/status: done/status: undecided/' risks/risks.yaml

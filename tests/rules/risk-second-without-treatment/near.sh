sed -i '0,/status: done/s/status: done/status: planned/' risks/risks.yaml

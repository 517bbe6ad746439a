sed -i '/  second:/d; 0,/status: done/s/status: done/status: planned/' risks/risks.yaml

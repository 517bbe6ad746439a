sed -i 's/judgement: conform/judgement: conforms/; s/grade: minor/grade: miner/; s/content: 旧版の規程が書庫に残っていた/contents: 旧版/' audits/AU-1.yaml

sed -i 's/method: ipa/method: ippa/' tekigo.yaml

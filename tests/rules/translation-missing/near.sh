sed -i 's/languages: \[ja\]/languages: [ja, en]/' tekigo.yaml
sed -i 's/name: 製造部/name: {ja: 製造部, en: Manufacturing}/' departments.yaml

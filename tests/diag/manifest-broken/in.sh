sed -i '2s/.*/  name: {ja: 試験株式会社/' tekigo.yaml

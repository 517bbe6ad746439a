printf '\n![図](../../secret.png)\n![図](https://example.com/a.png)\n' >> policies/C-01.md

printf '\n代表は{{ isms.manifest.organization.chief }}です。\n' >> policies/C-01.md

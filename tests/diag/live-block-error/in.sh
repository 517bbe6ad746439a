printf '\n```tekigo\nd:table(isms.assets, { "id", "nam" })\n```\n' >> policies/C-01.md

printf '\n資産は{{ #isms.assets }}件、\\{{ はそのまま。\n\n```tekigo\nd:paragraph("資産は" .. #isms.assets .. "件")\n```\n' >> policies/C-01.md

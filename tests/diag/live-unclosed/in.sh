printf '\n資産は{{ #isms.assets }件、{{ }}件、[ここ]({{ 1 }})。\n' >> policies/C-01.md

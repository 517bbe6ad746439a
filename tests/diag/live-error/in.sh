printf '\n資産は{{ #isms.assetz }}件、{{ 1 + }}件。\n' >> policies/C-01.md

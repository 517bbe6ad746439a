# A circle that means "yes" in a table is no placeholder.
printf '\n|項目|可否|\n|---|---|\n|持出し|○|\n' >> policies/C-01.md

sed -i 's/next_review: 2027-04-01/next_review: 2026-10-14/' policies/C-01.md

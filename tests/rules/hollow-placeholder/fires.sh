sed -i 's/この規程は、/この規程は、〇〇が/' policies/C-01.md

printf '# 規程\n\n本文\n' > policies/C-02.md

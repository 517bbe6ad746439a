printf -- '---\nid: C-02\ntitle: [\n---\n\n# 規程\n' > policies/C-02.md

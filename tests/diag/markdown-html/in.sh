printf '\n<script>alert(1)</script>\n\n行内の<b>太字</b>。\n' >> policies/C-01.md

mkdir images
base64 -d <<'B' | head -c 50 > images/a.png
iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==
B
printf '\n![図](../images/a.png)\n' >> policies/C-01.md

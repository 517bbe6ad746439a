# The tree of the sweep, laid into the folder $1: a small one that asks something of every library. Drawings with words, a mask,
# a pattern, a gradient and a filter, PNG, JPEG and a logo, charts, tables, footnotes, fonts with outlines of both kinds, and a
# commit.
set -eu
tree=$1 didot=/usr/share/fonts/opentype/didot/GFSDidot.otf
cp -R tests/diag/base "$tree"
cp -R tests/conform/in/images "$tree/"
cp tests/render/images/in/images/photo.jpg "$tree/images/"
mkdir -p "$tree/templates/theme" "$tree/fonts"
cp tests/conform/in/templates/kinds.lua "$tree/templates/"
cp "$didot" "$tree/fonts/House.otf"
cat >"$tree/templates/theme/house.lua" <<L
return { name = "house", base = "default", logo = { file = "images/logo.png", width = "30mm", height = "8mm" },
  fonts = { latin = { "House.otf" }, regular = { "BIZUDGothic-Regular.ttf", "ipaexm.ttf", "DejaVuSans.ttf", "$didot" } } }
L
cat >"$tree/images/blurred.svg" <<'S'
<svg xmlns="http://www.w3.org/2000/svg" width="60" height="40">
  <filter id="soft"><feGaussianBlur stdDeviation="2"/><feSpecularLighting><feDistantLight azimuth="30"/></feSpecularLighting></filter>
  <rect x="10" y="10" width="40" height="20" fill="#1d5a8e" filter="url(#soft)"/>
</svg>
S
cat >"$tree/policies/C-02.md" <<'M'
---
id: C-02
title: 図のある手順
level: procedure
version: "1.0"
classification: 社外秘
issued: 2026-04-01
author: P-3
approver: P-1
---

# 図[^n]

![ネットワーク](../images/network.svg)

![語のある図](../images/drawing.svg)

![ぼかした図](../images/blurred.svg)

![写真](../images/photo.jpg)

| 表 | Words |
|---|---|
| 項目[^n] | “Affine” 葛󠄀 |

[^n]: 脚注である。
M
cat >>"$tree/approvals.yaml" <<'Y'
- {id: AP-3, document: C-02, version: "1.0", role: approver, person: P-1, date: 2026-04-01}
Y
printf 'theme: house\n' >>"$tree/tekigo.yaml"
git -C "$tree" init -q
git -C "$tree" add .
git -C "$tree" -c user.name=Test -c user.email=test@example.org -c commit.gpgsign=false commit -qm tree

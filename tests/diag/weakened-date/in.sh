# A date of the build that lies after the commit lets pass what is dated in between.
sed -i 's/^date: .*/date: 2026-12-24/' tekigo.yaml
export GIT_CONFIG_GLOBAL=/dev/null GIT_COMMITTER_DATE=2026-11-30T00:00:00Z GIT_AUTHOR_DATE=2026-11-30T00:00:00Z
git init -q . && git add -A && git -c user.name=a -c user.email=a@example.com commit -qm x

# The revision comes from the repository that belongs to the work tree, and from nothing else: what lies in the tree
# cannot forge it, what its configuration includes is not read. What cannot be told is said to be unknown.
set -u
fail() { echo "$1"; cat "$WORK/messages" 2>/dev/null; exit 1; }
tekigo() { timeout 60 "$TEKIGO" --max-time 10 "$@"; }
export GIT_CONFIG_GLOBAL=/dev/null GIT_CONFIG_NOSYSTEM=1 GIT_AUTHOR_NAME=a GIT_AUTHOR_EMAIL=a@b GIT_COMMITTER_NAME=a GIT_COMMITTER_EMAIL=a@b
export GIT_AUTHOR_DATE=2026-10-01T00:00:00Z GIT_COMMITTER_DATE=2026-10-01T00:00:00Z
git() { command git -c init.defaultBranch=main -c protocol.file.allow=always "$@"; }
outside=$WORK/outside
mkdir "$outside"
printf '[core]\n\tfilemode = false\n' >"$outside/config"
base() { # tree: the base, committed
  rm -rf "$1"
  cp -R tests/diag/base "$1"
  git -C "$1" init -q && git -C "$1" add -A && git -C "$1" commit -qm base
}
commit() { local line; line=$(tekigo -C "$1" --lang en info 2>"$WORK/messages" | sed -n 's/^commit *//p'); echo "${line%% (*}"; }
is() { local got; got=$(commit "$1"); [ "$got" = "$2" ] || fail "$3: the commit is “$got”, not “$2”"; }
head() { git -C "$1" rev-parse --short=7 HEAD; }
unknown() { tekigo -C "$1" --lang en --format short check >"$WORK/messages" 2>&1; grep -F "${3-}" "$WORK/messages" | grep -qF '[revision-unknown]' || fail "$2: no message with “${3-}”"; }

# Nothing but git says what a tree is made from.
cp -R tests/diag/base "$WORK/plain"
is "$WORK/plain" 'none' 'a tree outside git'
tree=$WORK/tree
base "$tree"
first=$(head "$tree")
is "$tree" "$first" 'a committed tree'

# What counts as a change.
echo '# x' >>"$tree/tekigo.yaml"; is "$tree" "$first+" 'a changed file'
git -C "$tree" update-index --assume-unchanged tekigo.yaml; is "$tree" "$first+" 'a change hidden by the index'
git -C "$tree" update-index --no-assume-unchanged tekigo.yaml
git -C "$tree" add -A; is "$tree" "$first+" 'a staged file'
git -C "$tree" reset -q --hard
touch "$tree/tekigo.yaml"; is "$tree" "$first" 'a touched file'
chmod +x "$tree/tekigo.yaml"; is "$tree" "$first+" 'another mode'
git -C "$tree" config core.fileMode false; is "$tree" "$first" 'another mode where modes do not count'
git -C "$tree" config --unset core.fileMode; chmod -x "$tree/tekigo.yaml"
mv "$tree/people.yaml" "$WORK/people"; is "$tree" "$first+" 'a file that is gone'; mv "$WORK/people" "$tree/people.yaml"
mkdir "$tree/new"; is "$tree" "$first" 'an empty directory'; echo x >"$tree/new/x.txt"; is "$tree" "$first+" 'a new file'
echo /new/ >"$tree/.git/info/exclude"; is "$tree" "$first" 'a new file that is excluded'; : >"$tree/.git/info/exclude"
printf 'x.*\n' >"$tree/new/.gitignore"; is "$tree" "$first+" 'a new .gitignore'
git -C "$tree" add new/.gitignore; git -C "$tree" commit -qm ignore; second=$(head "$tree")
is "$tree" "$second" 'an ignored file'
ln -s x.txt "$tree/new/link"; is "$tree" "$second+" 'a new link'
git -C "$tree" add -A; git -C "$tree" commit -qm link; is "$tree" "$(head "$tree")" 'a committed link'
ln -sfn tekigo.yaml "$tree/new/link"; is "$tree" "$(head "$tree")+" 'a link that leads elsewhere'
git -C "$tree" reset -q --hard
sed -i 's/$/\r/' "$tree/people.yaml"; is "$tree" "$(head "$tree")+" 'other line ends'
git -C "$tree" config core.autocrlf true; is "$tree" "$(head "$tree")" 'other line ends where they do not count'
git -C "$tree" config --unset core.autocrlf; git -C "$tree" reset -q --hard

# What is written counts for nothing: twice, elsewhere, tracked.
for out in out site/set; do
  base "$tree"
  tekigo -C "$tree" -q --only html --out "$tree/$out" build >/dev/null 2>&1 || fail "no build into $out"
  cp -R "$tree/$out" "$WORK/first"
  mkdir "$tree/.${out##*/}.tekigo-left" && mv "$tree/.${out##*/}.tekigo-left" "$tree/$(dirname "$out")/" 2>/dev/null
  echo x >"$tree/$(dirname "$out")/.${out##*/}.tekigo-left/x"
  tekigo -C "$tree" -q --only html --out "$tree/$out" build >/dev/null 2>&1 || fail "no second build into $out"
  diff -r "$WORK/first" "$tree/$out" >"$WORK/messages" || fail "a second build into $out differs"
  rm -rf "$WORK/first"
done
base "$tree"
tekigo -C "$tree" -q --only html build >/dev/null 2>&1
git -C "$tree" add -A; git -C "$tree" commit -qm out
echo x >>"$tree/out/index.html"; is "$tree" "$(head "$tree")" 'changed files of out/ in git'
echo x >"$tree/outer.txt"; is "$tree" "$(head "$tree")+" 'a file whose name begins like out'

# A project below the top of its work tree.
rm -rf "$WORK/mono"
mkdir -p "$WORK/mono/a" && cp -R tests/diag/base "$WORK/mono/a/isms"
git -C "$WORK/mono" init -q; git -C "$WORK/mono" add -A; git -C "$WORK/mono" commit -qm mono
echo x >"$WORK/mono/elsewhere"; is "$WORK/mono/a/isms" "$(head "$WORK/mono")" 'a change beside the project'
echo x >"$WORK/mono/a/isms/new.txt"; is "$WORK/mono/a/isms" "$(head "$WORK/mono")+" 'a change in the project'
printf 'new.txt\n' >"$WORK/mono/.gitignore"; is "$WORK/mono/a/isms" "$(head "$WORK/mono")" 'a file ignored from above'
cp -R tests/diag/base "$WORK/mono/own"; unknown "$WORK/mono/own" 'a project that is not in the commit' 'does not hold the tekigo.yaml'

# Forged: the layout of a bare repository in the tree, at every level; a repository that is named but not its own.
git init -q --bare "$WORK/forged.git"
forged=$(GIT_COMMITTER_DATE=2031-01-01T00:00:00Z git -C "$WORK/forged.git" commit-tree -m forged "$(git -C "$WORK/forged.git" mktree </dev/null)")
git -C "$WORK/forged.git" update-ref refs/heads/main "$forged"
for place in a/isms a .; do
  mkdir -p "$WORK/mono/$place"
  cp -R "$WORK/forged.git/HEAD" "$WORK/forged.git/config" "$WORK/forged.git/objects" "$WORK/forged.git/refs" "$WORK/mono/$place/"
  touch "$WORK/mono/$place/refs/x"
  git -C "$WORK/mono" add -A; git -C "$WORK/mono" commit -qm "$place"
  is "$WORK/mono/a/isms" "$(head "$WORK/mono")" "a bare layout in $place"
done
cp -R tests/diag/base "$outside/victim"; git -C "$outside/victim" init -q; git -C "$outside/victim" add -A; git -C "$outside/victim" commit -qm victim
pretend() { rm -rf "$tree"; cp -R tests/diag/base "$tree"; }
pretend; echo "gitdir: $outside/victim/.git" >"$tree/.git"; unknown "$tree" 'a file .git to a repository elsewhere' 'not of this work tree'
pretend; echo "gitdir: forged" >"$tree/.git"; cp -R "$WORK/forged.git" "$tree/forged"
command git config -f "$tree/forged/config" core.worktree "$tree"; command git config -f "$tree/forged/config" core.bare false; unknown "$tree" 'a file .git into the tree' 'not of this work tree'
pretend; ln -s "$outside/victim/.git" "$tree/.git"; unknown "$tree" 'a link .git' 'symbolic link'
pretend; cp -R "$outside/victim/.git" "$tree/"; echo "$outside/victim/.git" >"$tree/.git/commondir"; unknown "$tree" 'objects of elsewhere by commondir' 'not of this work tree'
pretend; cp -R "$outside/victim/.git" "$tree/"; git -C "$tree" config core.worktree "$outside/victim"; unknown "$tree" 'a work tree elsewhere' 'not of this work tree'
pretend; mkdir -p "$tree/.git/worktrees" "$WORK/aside/worktrees/x"; rm -r "$tree/.git"; printf 'gitdir: %s\n' "$WORK/aside/worktrees/x" >"$tree/.git"
printf '%s\n' "$outside/victim/.git" >"$WORK/aside/worktrees/x/commondir"; echo "$tree/.git" >"$WORK/aside/worktrees/x/gitdir"; cp "$outside/victim/.git/HEAD" "$WORK/aside/worktrees/x/"
unknown "$tree" 'a linked work tree whose repository does not know it' 'not of this work tree'
pretend; printf 'gitdir: \n' >"$tree/.git"; unknown "$tree" 'an empty file .git'
pretend; mkfifo "$tree/.git"; unknown "$tree" 'a pipe .git' 'special file'
pretend; mkdir "$tree/.git"; unknown "$tree" 'an empty directory .git' 'no repository of git'

# Linked work trees and submodules keep their revision.
base "$tree"; rm -rf "$WORK/linked"
git -C "$tree" worktree add -q --detach "$WORK/linked" 2>/dev/null; is "$WORK/linked" "$(head "$tree")" 'a linked work tree'
echo x >"$WORK/linked/x"; is "$WORK/linked" "$(head "$tree")+" 'a linked work tree with a change'
git init -q "$WORK/super"; git -C "$WORK/super" submodule --quiet add "$tree" part 2>/dev/null; git -C "$WORK/super" commit -qm sub
is "$WORK/super/part" "$(head "$tree")" 'a submodule'
git -C "$WORK/super" worktree add -q --detach "$WORK/super-linked" 2>/dev/null
git clone -q --separate-git-dir="$WORK/apart.git" "$tree" "$WORK/apart"; is "$WORK/apart" unknown 'a repository apart'
git clone -q --depth 1 "file://$tree" "$WORK/shallow"; is "$WORK/shallow" "$(head "$tree")" 'a shallow clone'
git -C "$tree" gc -q; is "$tree" "$(head "$tree")" 'a packed repository'
git -C "$tree" update-index --index-version 4; is "$tree" "$(head "$tree")" 'an index in its newest form'
git -C "$tree" sparse-checkout set --no-cone '/*' '!/assets' 2>/dev/null; is "$tree" "$(head "$tree")" 'a sparse work tree'

# Configuration that leads elsewhere, as CI writes it: the revision is there, the files are not opened.
base "$tree"
for key in include.path "includeIf.gitdir:$tree/.path" includeIf.onbranch:main.path core.attributesFile core.excludesFile core.hooksPath core.fsmonitor; do
  command git -C "$tree" config "$key" "$outside/config" 2>/dev/null
done
command git -C "$tree" config --add include.path "~/config" 2>/dev/null; command git -C "$tree" config --add include.path "../../outside/config"
git -C "$tree" config extensions.worktreeConfig true; git -C "$tree" config core.repositoryFormatVersion 1
printf '[include]\n\tpath = %s\n[submodule "s"]\n\tpath = s\n\turl = %s\n' "$outside/config" "$outside/victim" >"$tree/.gitmodules"
git -C "$tree" update-index --add --cacheinfo "160000,$(git -C "$outside/victim" rev-parse HEAD),s"; mkdir -p "$tree/s"; echo "gitdir: $outside/victim/.git" >"$tree/s/.git"
ln -s "$outside/config" "$tree/policies/.gitignore"; ln -s "$outside/config" "$tree/.gitattributes"
command git -C "$tree" -c core.fsmonitor= -c core.attributesFile= -c core.excludesFile= add .gitmodules .gitattributes policies/.gitignore 2>/dev/null
command git -C "$tree" -c core.fsmonitor= -c core.hooksPath=/dev/null commit -qm hostile 2>/dev/null
touch "$tree"/*.yaml "$tree"/policies/*
export HOME=$outside XDG_CONFIG_HOME=$outside
mkdir -p "$outside/git"; printf '[core]\n\tfilemode = false\n' >"$outside/.gitconfig"; echo '*.md' >"$outside/git/ignore"
is "$tree" "$(command git -C "$tree" -c core.fsmonitor= rev-parse --short=7 HEAD 2>/dev/null)" 'configuration that leads elsewhere'
echo x >"$tree/policies/x.txt"
is "$tree" "$(command git -C "$tree" -c core.fsmonitor= rev-parse --short=7 HEAD 2>/dev/null)+" 'a new file below a linked .gitignore'
export HOME=$WORK XDG_CONFIG_HOME=$WORK

# What is not followed, what is damaged: an end in words. (tests/prove/files-opened.sh has more, and looks at the system calls.)
git clone -q --shared "$outside/victim" "$WORK/shared"; unknown "$WORK/shared" 'borrowed objects' 'alternates'
hurt() { base "$tree"; (cd "$tree/.git" && eval "$2"); unknown "$tree" "$1" "${3-}"; }
hurt 'a link in .git/refs' "ln -sf $outside/victim/.git/refs/heads/main refs/heads/main" 'refs'
hurt 'a pipe .git/index' "rm index; mkfifo index" 'index'
hurt 'a cut index' 'truncate -s 100 index'
hurt 'cut objects' 'find objects -type f -exec chmod u+w {} + -exec truncate -s 10 {} +'
hurt 'HEAD that leads out' "echo ref: ../../../outside/victim/.git/refs/heads/main >HEAD"
hurt 'an extension' 'git config -f config extensions.refStorage reftable' 'refstorage'
hurt 'a damaged configuration' 'echo "[core" >>config' 'damaged'
hurt 'a bare repository' 'git config -f config core.bare true' 'core.bare'
pretend; git -C "$tree" init -q; unknown "$tree" 'no commit yet' 'leads to no commit'
pretend; git -C "$tree" init -q --object-format=sha256; git -C "$tree" add -A; git -C "$tree" commit -qm sha256; unknown "$tree" 'hashes of 64 digits' 'objectformat'
if [ "$(id -u)" = 0 ]; then # who may write above the project
  base "$WORK/open"; cp -R tests/diag/base "$WORK/open/project"; chown -R 12345 "$WORK/open/.git"
  unknown "$WORK/open/project" 'a repository of another user' 'another user'
fi

# Without libgit2: `check` works, documents say that the revision is unknown, and the package is named.
base "$tree"
library=$(ldconfig -p | sed -n 's/.*libgit2\.so\.[0-9.]* .*=> //p' | head -1)
if [ -n "$library" ] && [ "$BUILD" = "${BUILD%asan}" ]; then # the loader looks at other places for it, too
  strace -f -qq -o "$WORK/trace" -e trace=openat -e inject=openat:error=ENOENT -P "$library" -P "$(readlink -f "$library")" \
    -P "/lib/x86_64-linux-gnu/$(basename "$library")" "$TEKIGO" -C "$tree" --lang en --format short check >"$WORK/messages" 2>&1 || fail 'no check where libgit2 is not installed'
  grep -q 'libgit2-.*\[revision-library\]' "$WORK/messages" || fail 'it is not said that libgit2 is not installed'
fi
mkdir "$WORK/broken" && : >"$WORK/broken/libgit2.so.$(sed -n 's/.*LIBGIT2_SOVERSION *"\(.*\)"/\1/p' /usr/include/git2/version.h)"
LD_LIBRARY_PATH=$WORK/broken "$TEKIGO" -C "$tree" --lang en --format short check >"$WORK/messages" 2>&1 || fail 'no check without libgit2'
grep -qE 'apt install libgit2-|libgit2-.*\[revision-(library|unknown)\]' "$WORK/messages" || fail 'the package is not named'
LD_LIBRARY_PATH=$WORK/broken "$TEKIGO" -C "$tree" -q --only html,dump build >"$WORK/messages" 2>&1 || fail 'no build without libgit2'
grep -rq '<footer.*リビジョン不明' "$tree/out/ja" || fail 'the footers do not say that the revision is unknown'
exit 0

# What a build opens, as strace sees it: the tree with its .git, the program's libraries, fonts, and a few files of the
# system, each named below; no connection; what is written lies beneath out/ or is the fresh folder beside it.
set -u
promise() { printf '%s\t%s\t%s\n' "$1" "$2" "$3"; }
if ! command -v strace >/dev/null || ! strace -o /dev/null true 2>/dev/null; then
  promise 'a build opens the tree, its own libraries and fonts alone' - 'skipped: strace does not run here'
  exit 0
fi
export GIT_CONFIG_GLOBAL=/dev/null GIT_CONFIG_NOSYSTEM=1 GIT_AUTHOR_NAME=a GIT_AUTHOR_EMAIL=a@b GIT_COMMITTER_NAME=a GIT_COMMITTER_EMAIL=a@b
export HOME=$WORK/home XDG_CONFIG_HOME=$WORK/home
git() { command git -c init.defaultBranch=main "$@" 2>/dev/null; }
mkdir -p "$HOME/git" "$WORK/outside"
printf '[core]\n\tfilemode = false\n' | tee "$HOME/.gitconfig" "$HOME/git/config" >"$WORK/outside/config"
echo '*.md' >"$HOME/git/ignore"

# Reads a trace; prints what was opened, by kind, as one line, and on stderr what should not have been. To allow a file of
# the system: a line here, with who needs it.
cat >"$WORK/judge.pl" <<'P'
my ($tree, $program) = @ARGV;
my @system = (
  qr{^/proc/self/fd/\d+$},            # settings of git that are handed to libgit2
  qr{^/proc/(self|\d+)/(stat|status|cgroup|mountinfo|fd|maps)$}, qr{^/proc/meminfo$}, qr{^/proc/filesystems$}, qr{^/sys/fs/cgroup/}, # limits
  qr{^/dev/(null|urandom)$}, qr{^/proc/sys/vm/overcommit_memory$}, qr{^/sys/devices/system/cpu}, # the C library
  qr{^/etc/fonts(/|$)}, qr{^/usr/share/fontconfig/}, qr{^/var/cache/fontconfig(/|$)}, qr{^/usr/share/(xml|mime|zoneinfo)/}, # librsvg
  qr{^/etc/(localtime|locale\.alias)$}, qr{^/usr/share/locale/}, # GLib
);
my (%count, %names);
my ($bad, $connections, $programs) = (0, 0, 0);
while (<STDIN>) {
  next unless /^\d+\s+(\w+)\((.*)/s;
  my ($call, $rest) = ($1, $2);
  if ($call =~ /^(socket|connect|bind|listen|accept4?|sendto|sendmsg)$/) { $connections++; print STDERR; next }
  if ($call =~ /^execve(at)?$/) { $programs++; print STDERR if $programs > 1; next }
  my $changes = $call =~ /^(mkdir|mknod|rename|link|symlink|unlink|rmdir|chmod|chown|truncate|creat|fchmodat|fchownat|utime)/;
  next if $call =~ /^mkdir/ && /= -1 EEXIST/; # parents that are there
  next unless $changes || $call =~ /^open(at2?)?$/;
  $changes ||= $rest =~ /O_(WRONLY|RDWR|CREAT|TRUNC)/;
  while ($rest =~ /(?:(?:AT_FDCWD|\d+)<([^>]*)>, )?"((?:[^"\\]|\\.)*)"/g) {
    my ($base, $path) = ($1, $2);
    $path = "$base/$path" if $path !~ m{^/};
    $path =~ s{/\.(?=/|$)}{}g;
    1 while $path =~ s{/+(?!\.\./)[^/]+/\.\.(?=/|$)}{};
    $path =~ s{//+}{/}g;
    my $kind =
      $path =~ m{^\Q$tree\E/(out|\.out\.tekigo-[^/]*)(/|$)} ? 'out' :
      $changes ? ($path eq '/dev/null' ? 'system' : 'WRITTEN') :
      $path =~ m{^\Q$tree\E(/|$)} ? 'tree' :
      $path =~ m{^(/usr)?/lib(32|64)?/} || $path =~ m{^/etc/ld\.so\.} ? 'libraries' :
      $path =~ m{^/usr/(local/)?share/fonts(/|$)} ? 'fonts' :
      (grep { $path =~ $_ } @system) ? 'system' : 'OUTSIDE';
    $count{$kind}++;
    $names{$path}++ if $kind eq 'system';
    if ($kind =~ /^[A-Z]/) { $bad++; print STDERR "$kind $path: $_" }
  }
}
printf "%d %d %d %d %d %d %d %d %d\n", $bad, $connections, $programs - 1, map({ $count{$_} // 0 } qw(tree libraries fonts out WRITTEN)),
  scalar(keys %names);
P
opened() { # tree argument…: sets the figures of one run
  local tree=$1
  shift
  timeout 60 strace -f -y -qq -s 4096 -e trace=%file,%network,%process -o "$WORK/trace" "$TEKIGO" --max-time 20 -C "$tree" "$@" >/dev/null 2>&1
  status=$?
  read -r bad connections programs in_tree libraries fonts out written system < <(perl "$WORK/judge.pl" "$tree" "$TEKIGO" <"$WORK/trace")
}
commit() { git -C "$1" init -q && git -C "$1" add -A && git -C "$1" commit -qm base; }

# A whole build of an example, with a drawing.
tree=$WORK/tree
cp -R examples/manufacturer-ja "$tree"
rm -rf "$tree/out"
mkdir -p "$tree/images"
echo '<svg xmlns="http://www.w3.org/2000/svg" width="90" height="30"><text x="5" y="20" font-family="sans-serif">x</text></svg>' >"$tree/images/own.svg"
page=$(ls "$tree"/policies/*.md | head -1)
printf '\n![x](../images/own.svg)\n' >>"$page"
commit "$tree"
opened "$tree" build
[ $status -le 1 ] && [ "$out" -gt 50 ] && [ "$bad" = 0 ] && verdict=ok || verdict=FAILED
promise 'a build opens the tree, its own libraries and fonts alone' "$in_tree of the tree, $libraries libraries, $fonts fonts, $system of the system, $bad others" "$verdict"
[ $status -le 1 ] && [ "$connections" = 0 ] && [ "$programs" = 0 ] && verdict=ok || verdict=FAILED
promise 'a build connects to nothing and starts no program' "$connections connections, $programs programs" "$verdict"
[ "$written" = 0 ] && [ "$out" -gt 50 ] && verdict=ok || verdict=FAILED
promise 'a build writes beneath its output alone' "$out calls in out/ or the fresh folder beside it, $written elsewhere" "$verdict"

# Repositories that lead elsewhere, hold links and pipes, or are damaged: nothing outside is opened, and it ends.
cp -R tests/diag/base "$WORK/outside/victim"
commit "$WORK/outside/victim"
victim=$WORK/outside/victim/.git
tree=$WORK/small
tried=0 broken=0
attempt() { # what command-in-.git
  rm -rf "$tree"
  cp -R tests/diag/base "$tree"
  commit "$tree"
  (cd "$tree/.git" && eval "$2") 2>/dev/null
  touch "$tree"/*.yaml
  opened "$tree" check
  tried=$((tried + 1))
  [ "$bad" = 0 ] && [ "$connections" = 0 ] && [ $status -le 1 ] || { broken=$((broken + 1)); echo "$1: $bad outside, exit $status" >&2; }
}
set_config() { printf '[%s]\n\t%s = %s\n' "$1" "$2" "$3" >>config; }
attempt 'include' "set_config include path $WORK/outside/config"
attempt 'include of the home directory' "set_config include path '~/.gitconfig'"
attempt 'relative include' 'set_config include path ../../outside/config'
attempt 'conditional include' "set_config 'includeIf \"gitdir:/**\"' path $WORK/outside/config; set_config 'includeIf \"onbranch:main\"' path $WORK/outside/config"
for key in attributesFile excludesFile hooksPath fsmonitor worktree editor sshCommand; do
  attempt "core.$key" "set_config core $key $WORK/outside/config"
done
attempt 'filter of a program' "set_config 'filter \"x\"' clean $WORK/outside/config; echo '* filter=x' >../.gitattributes"
attempt 'include of .gitmodules' "printf '[include]\n\tpath = %s\n[submodule \"s\"]\n\tpath = s\n\turl = x\n' $WORK/outside/config >../.gitmodules; cd ..; git update-index --add --cacheinfo 160000,\$(git rev-parse HEAD),s; mkdir s; echo gitdir: $victim >s/.git"
attempt 'a link .gitignore' "ln -s $WORK/outside/config ../.gitignore; echo x >../new.txt"
attempt 'a link .gitattributes' "ln -s $WORK/outside/config ../.gitattributes"
attempt 'pipes .gitignore and .gitattributes' "mkfifo ../.gitignore ../.gitattributes ../policies/.gitignore; echo x >../policies/new.txt"
attempt 'a link to a directory' "mv ../policies ../kept; ln -s $WORK/outside/victim/policies ../policies"
attempt 'a file .git to elsewhere' "cd ..; rm -rf .git; echo gitdir: $victim >.git"
attempt 'a link .git' "cd ..; rm -rf .git; ln -s $victim .git"
attempt 'a pipe .git' 'cd ..; rm -rf .git; mkfifo .git'
attempt 'commondir' "echo $victim >commondir"
attempt 'alternates' "mkdir -p objects/info; echo $victim/objects >objects/info/alternates"
attempt 'alternates alone' "rm -r objects/??; mkdir -p objects/info; echo $victim/objects >objects/info/alternates"
for part in HEAD index config objects refs refs/heads/main info/exclude packed-refs; do
  attempt "a link .git/$part" "rm -rf $part; ln -s $victim/$part $part"
  attempt "a pipe .git/$part" "rm -rf $part; mkfifo $part"
done
attempt 'a cut index' 'truncate -s 100 index'
attempt 'a long index' 'truncate -s 100M index'
attempt 'cut objects' 'find objects -type f -exec chmod u+w {} + -exec truncate -s 30 {} +'
attempt 'objects of zeroes' 'find objects -type f -exec chmod u+w {} + -exec truncate -s 0 {} + -exec truncate -s 100 {} +'
attempt 'a cut pack' 'git gc -q; find objects/pack -name "*.pack" -exec chmod u+w {} + -exec truncate -s 2000 {} +'
attempt 'a cut index of a pack' 'git gc -q; find objects/pack -name "*.idx" -exec chmod u+w {} + -exec truncate -s 1100 {} +'
attempt 'no pack to an index' 'git gc -q; rm -f objects/pack/*.pack'
attempt 'HEAD that leads out' 'echo ref: ../../outside/victim/.git/refs/heads/main >HEAD'
attempt 'HEAD of rubbish' 'printf "\001\377" >HEAD'
attempt 'references in a circle' 'echo ref: refs/heads/b >refs/heads/main; echo ref: refs/heads/main >refs/heads/b'
attempt 'a damaged configuration' 'echo "[core" >>config'
[ $broken -eq 0 ] && verdict=ok || verdict=FAILED
promise 'no repository leads a build to files outside' "$tried repositories, $broken opened one or did not end" "$verdict"
exit 0

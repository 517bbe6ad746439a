# trees.pl BASE FOLDER TEXT...: for every place where a stranger's text gets into a project or onto the command line, and
# every TEXT of the list below (its names; none: all), a tree FOLDER/<place>-<text>: the tree BASE with the text at that
# place. FOLDER/<place>-<text>/.words holds the words of the command line where they are not `check`, each ended by NUL.
#
# To add a text or a place: a line of %texts or %places.
use strict;
use warnings;
use File::Path 'make_path';

my %texts = (
  github => "x\n::error file=README.md,line=1::spoofed\n::stop-commands::tok",
  start => '::error file=x::y',
  blanks => "\xe3\x80\x80 \xc2\xa0\t::add-mask::visible",
  azure => '##[error]x ##vso[task.complete]y ##VSO[a]',
  gitlab => "\r\e[0Ksection_start:1560896352:x\r\e[0K\e]0;t\a\xc2\x9b\x7f\x08",
  bidi => "a\xe2\x80\xae\xe2\x81\xa6b\xe2\x80\x8f\xd8\x9c",
  unseen => "a\xe2\x80\x8b\xef\xbb\xbf\xc2\xad\xf3\xa0\x81\x81\xf3\xa0\x81\xbf\xef\xb8\x8f\xef\xb8\x8fb",
  breaks => "a\xe2\x80\xa8::error::b\xe2\x80\xa9::error::c\xc2\x85::error::d\x0b::error::e\x0c::error::f",
  separator => "\x1fja\x1fen\x1e",
  bytes => "\xff\xfe\xc0\xaf\xed\xa0\x80\xf5",
  long => "x" x 400_000,
);
# What there is to them in one text that is UTF-8: what `make check` tries.
$texts{all} = join "", $texts{start}, (map { "$texts{$_}\n" } grep { $_ ne "long" && $_ ne "bytes" && $_ ne "all" } sort keys %texts), "y" x 20_000;

sub write_file { my ($path, $bytes) = @_; my ($folder) = $path =~ m{^(.*)/}; make_path($folder);
  open my $file, '>>:raw', $path or return; print $file $bytes; close $file; }
sub lua { my ($text) = @_; $text =~ s/([^A-Za-z0-9 ])/sprintf '\\%03d', ord $1/ge; return "\"$text\""; }
# Every character in the writing that any of them may have; what is no UTF-8 as it is.
sub yaml { my ($text) = @_; $text =~ s/([\\"])/\\$1/g;
  utf8::decode($text) and $text =~ s/([^ -~])/sprintf '\\U%08x', ord $1/ge; return "\"$text\""; }
sub name { my ($text) = @_; $text =~ s/[\/\0]/_/g; return substr $text, 0, 240; }
sub cell { my ($text) = @_; $text =~ s/"/""/g; return "\"$text\""; }
sub change { my ($path, $from, $to) = @_; open my $file, '<:raw', $path or die "$path: $!"; local $/; my $text = <$file>; close $file;
  my $at = index $text, $from; die "$path has no $from" if $at < 0; substr($text, $at, length $from) = $to;
  open $file, '>:raw', $path or die; print $file $text; close $file; }
sub rule { my ($tree, $body) = @_; write_file("$tree/rules/own.lua", $body); }
sub words { my ($tree, @words) = @_; s/\0//g for @words; @words = map { substr $_, 0, 100_000 } @words;
  write_file("$tree/.words", join '', map { "$_\0" } @words); }
sub check_rule { my ($tree, $body) = @_;
  rule($tree, 'rule "own" { severity = "error", clause = "6.1.3", text = { ja = "和 {w}", en = "text {w}" }, why = { ja = "y", en = "y" }, ' .
    "fix = { ja = 'z {w}', en = 'z {w}' }, check = function(isms, report) $body end }"); }
sub template { my ($tree, $id, $title, $body) = @_;
  write_file("$tree/templates/own.lua", "return document $id { title = $title, group = \"other\", body = function(isms, d) $body end }"); }
sub page { my ($tree, $body) = @_; write_file("$tree/policies/page.md", "---\nid: page\ntitle: p\n---\n\n$body\n"); }

my %places = (
  'yaml-id' => sub { write_file("$_[0]/people.yaml", "- {id: @{[yaml $_[1]]}, name: x}\n") },
  'yaml-id-twice' => sub { write_file("$_[0]/people.yaml", "- {id: @{[yaml $_[1]]}, name: x}\n" x 2) },
  'yaml-text' => sub { write_file("$_[0]/people.yaml", "- {id: P-8, name: @{[yaml $_[1]]}, position: @{[yaml $_[1]]}, department: X}\n") },
  'yaml-key' => sub { write_file("$_[0]/people.yaml", "- id: P-8\n  name: x\n  ? @{[yaml $_[1]]}\n  : y\n") },
  'yaml-key-twice' => sub { write_file("$_[0]/people.yaml", "- id: P-8\n" . "  ? @{[yaml $_[1]]}\n  : y\n" x 2) },
  'yaml-tag' => sub { my $tag = $_[1]; $tag =~ s/([^A-Za-z0-9:\/#?=,.\[\]_-])/sprintf '%%%02x', ord $1/ge; write_file("$_[0]/people.yaml", "- !<$tag> {id: P-8}\n") },
  'yaml-anchor' => sub { my $anchor = $_[1]; $anchor =~ s/[^A-Za-z0-9_-]/-/g; write_file("$_[0]/people.yaml", "- {id: P-8, name: *$anchor}\n") },
  'yaml-reference' => sub { write_file("$_[0]/people.yaml", "- {id: P-8, name: x, department: @{[yaml $_[1]]}}\n") },
  'yaml-raw' => sub { write_file("$_[0]/people.yaml", "- {id: P-8, name: $_[1]: [\n") },
  'yaml-plain' => sub { write_file("$_[0]/people.yaml", "$_[1]\n") },
  'yaml-quote' => sub { write_file("$_[0]/people.yaml", "- {id: P-8, name: \"$_[1]\\q\"}\n") },
  'yaml-enum' => sub { change("$_[0]/risks/risks.yaml", 'option: reduce', "option: @{[yaml $_[1]]}") },
  'yaml-number' => sub { change("$_[0]/risks/risks.yaml", 'threat: 2', "threat: @{[yaml $_[1]]}") },
  'yaml-file' => sub { write_file("$_[0]/evidence/own.yaml", "- {id: E-8, title: x, file: @{[yaml $_[1]]}, date: 2026-01-01}\n") },
  'risk-id' => sub { change("$_[0]/risks/risks.yaml", 'R-002', yaml $_[1]); words($_[0], 'risk', '--trace') },
  'risk-event' => sub { change("$_[0]/risks/risks.yaml", '作業標準書の取り違え', yaml $_[1]); words($_[0], 'risk', '--trace') },
  'risk-register' => sub { change("$_[0]/risks/risks.yaml", '作業標準書の取り違え', yaml $_[1]); change("$_[0]/people.yaml", '佐藤 花子', yaml $_[1]); words($_[0], 'risk') },
  'manifest-date' => sub { change("$_[0]/tekigo.yaml", 'date: 2026-10-15', "date: @{[yaml $_[1]]}") },
  'manifest-theme' => sub { write_file("$_[0]/tekigo.yaml", "theme: @{[yaml $_[1]]}\n") },
  'manifest-language' => sub { change("$_[0]/tekigo.yaml", 'languages: [ja]', "languages: [ja, @{[yaml $_[1]]}]") },
  'manifest-method' => sub { change("$_[0]/tekigo.yaml", 'method: ipa', "method: @{[yaml $_[1]]}") },
  'manifest-criteria' => sub { change("$_[0]/tekigo.yaml", '{method: ipa}', "\n  method: ipa\n  criteria:\n    ? @{[yaml $_[1]]}\n    : @{[yaml $_[1]]}\n") },
  'manifest-rules' => sub { write_file("$_[0]/tekigo.yaml", "rules:\n  ? @{[yaml $_[1]]}\n  : off\n  task-overdue: @{[yaml $_[1]]}\n") },
  'manifest-document' => sub { change("$_[0]/tekigo.yaml", 'id: soa', "id: @{[yaml $_[1]]}") },
  'manifest-name' => sub { change("$_[0]/tekigo.yaml", '試験株式会社', yaml $_[1]); words($_[0], 'build', '--draft', '--only', 'html') },
  'waiver' => sub { write_file("$_[0]/waivers.yaml", "- {id: @{[yaml $_[1]]}, rule: @{[yaml $_[1]]}, reason: x, by: P-1, until: 2020-01-01}\n") },
  'csv-header' => sub { write_file("$_[0]/assets/own.csv", "id,@{[cell $_[1]]}\nA-9,x\n") },
  'csv-header-twice' => sub { write_file("$_[0]/assets/own.csv", "id,@{[cell $_[1]]},@{[cell $_[1]]}\nA-9,x,y\n") },
  'csv-cell' => sub { write_file("$_[0]/assets/own.csv", "id,name,owner\n@{[cell $_[1]]},x,@{[cell $_[1]]}\n") },
  'csv-raw' => sub { write_file("$_[0]/assets/own.csv", "id,name\n$_[1],x,y,z\n") },
  'file-yaml' => sub { write_file("$_[0]/@{[name $_[1]]}.yaml", "x: [\n") },
  'file-markdown' => sub { write_file("$_[0]/policies/@{[name $_[1]]}.md", "no front matter [x](missing.md)\n") },
  'file-lua' => sub { write_file("$_[0]/rules/@{[name $_[1]]}.lua", "return return\n") },
  'file-top' => sub { write_file("$_[0]/@{[name $_[1]]}", "x") },
  'folder' => sub { write_file("$_[0]/@{[name $_[1]]}/people.yaml", "- {id: [}\n") },
  'link' => sub { symlink name($_[1]), "$_[0]/people2.yaml" },
  'link-out' => sub { symlink "/tmp/../@{[name $_[1]]}", "$_[0]/people2.yaml" },
  'markdown-title' => sub { write_file("$_[0]/policies/page.md", "---\nid: @{[yaml $_[1]]}\ntitle: @{[yaml $_[1]]}\n? @{[yaml $_[1]]}\n: x\n---\n\nx\n") },
  'markdown-link' => sub { page($_[0], "[x](<@{[join ' ', split /\n/, $_[1]]}>) [y](javascript:$_[1])") },
  'markdown-image' => sub { page($_[0], "![x](<images/@{[join ' ', split /\n/, $_[1]]}>)") },
  'markdown-html' => sub { page($_[0], "<div title='$_[1]'>$_[1]</div>\n\n<$_[1]>") },
  'markdown-live' => sub { page($_[0], "{{ error(@{[lua $_[1]]}) }} {{ $_[1] }}") },
  'markdown-fence' => sub { page($_[0], "```tekigo\nerror(@{[lua $_[1]]})\n```\n\n```$_[1]\n```") },
  'markdown-note' => sub { page($_[0], "x[^$_[1]] $_[1]\n\n# $_[1]\n\n| $_[1] |\n|---|\n| a | b | c |") },
  'rule-id' => sub { rule($_[0], "rule @{[lua $_[1]]} { severity = \"error\", clause = \"4\", text = { ja = \"x\", en = \"x\" }, check = function() return false end }") },
  'rule-text' => sub { rule($_[0], "local t = @{[lua $_[1]]}; rule \"own\" { severity = \"error\", clause = t, text = { ja = t, en = t }, why = { ja = t, en = t }, fix = { ja = t, en = t }, check = function(isms, report) report {} end }") },
  'rule-explain' => sub { rule($_[0], "local t = @{[lua $_[1]]}; rule \"own\" { severity = \"error\", clause = t, text = { ja = t, en = t }, why = { ja = t, en = t }, fix = { ja = t, en = t }, check = function() return true end }"); words($_[0], 'explain', 'own') },
  'rule-list' => sub { rule($_[0], "rule \"own\" { severity = \"error\", clause = @{[lua $_[1]]}, text = { ja = 'x', en = 'x' }, check = function() return true end }"); words($_[0], 'explain') },
  'rule-info' => sub { rule($_[0], "local t = @{[lua $_[1]]}; rule \"own\" { severity = \"error\", clause = t, text = { ja = t, en = t }, why = { ja = t, en = t }, check = function() return true end }"); words($_[0], 'info', 'rules') },
  'rule-severity' => sub { rule($_[0], "rule \"own\" { severity = @{[lua $_[1]]}, each = @{[lua $_[1]]}, text = { ja = \"x\", en = \"x\" }, @{[name('x')]} = 1, [ @{[lua $_[1]]} ] = 2, check = 1 }") },
  'rule-argument' => sub { check_rule($_[0], "report { record = isms.assets[1], w = @{[lua $_[1]]} }") },
  'rule-arguments' => sub { check_rule($_[0], "local w = {} for i = 1, 2000 do w[i] = @{[lua $_[1]]} end report { record = isms.assets[1], w = w }") },
  'rule-error' => sub { check_rule($_[0], "error(@{[lua $_[1]]})") },
  'rule-error-table' => sub { check_rule($_[0], "error({ @{[lua $_[1]]} })") },
  'rule-error-object' => sub { check_rule($_[0], "error(setmetatable({}, { __tostring = function() return @{[lua $_[1]]} end }))") },
  'rule-error-level' => sub { check_rule($_[0], "error(@{[lua $_[1]]}, 2)") },
  'rule-error-twice' => sub { check_rule($_[0], "local _, e = pcall(function() return _G[@{[lua $_[1]]}] end) error(e)") },
  'rule-global' => sub { check_rule($_[0], "_G[@{[lua $_[1]]}] = 1") },
  'rule-field' => sub { check_rule($_[0], "return isms.assets[1][@{[lua $_[1]]}].x") },
  'rule-kind' => sub { check_rule($_[0], "return isms[@{[lua $_[1]]}].x") },
  'rule-syntax' => sub { rule($_[0], "x = = @{[lua $_[1]]}") },
  'rule-syntax-text' => sub { rule($_[0], "x = y @{[lua $_[1]]} z") },
  'rule-raw' => sub { rule($_[0], "$_[1] x = = '") },
  'template-id' => sub { template($_[0], lua($_[1]), '"own"', 'd:paragraph("x")') },
  'template-build' => sub { template($_[0], lua($_[1]), lua($_[1]), 'd:paragraph("x")'); words($_[0], 'build', '--draft', '--only', 'html') },
  'template-title' => sub { template($_[0], '"own"', lua($_[1]), "d:paragraph(@{[lua $_[1]]})"); words($_[0], 'info') },
  'template-info' => sub { template($_[0], '"own"', lua($_[1]), 'd:paragraph("x")'); words($_[0], 'info', 'documents') },
  'template-error' => sub { template($_[0], '"own"', '"own"', "error(@{[lua $_[1]]})") },
  'template-word' => sub { template($_[0], '"own"', '"own"', "d:paragraph(\"x\", { tone = @{[lua $_[1]]}, [@{[lua $_[1]]}] = 1 }) d:link(@{[lua $_[1]]})") },
  'template-reference' => sub { template($_[0], '"own"', '"own"', "d:paragraph(d:ref(@{[lua $_[1]]})) d:image(@{[lua $_[1]]})") },
  'theme-value' => sub { write_file("$_[0]/templates/theme/own.lua", "return { base = @{[lua $_[1]]}, [@{[lua $_[1]]}] = 1, accent = @{[lua $_[1]]}, fonts = @{[lua $_[1]]} }"); write_file("$_[0]/tekigo.yaml", "theme: own\n") },
  'schema-kind' => sub { write_file("$_[0]/schema/own.lua", "local t = @{[lua $_[1]]}; return kind(t) { title = { ja = t, en = t }, files = { t }, fields = { { t, t, title = { ja = t, en = t } } } }") },
  'schema-field' => sub { write_file("$_[0]/schema/own.lua", "local t = @{[lua $_[1]]}; return { { kind = 'own', plural = 'owns', title = { ja = t, en = t }, clause = t, files = { 'own.yaml' }, fields = { { 'id', 'id' }, { 'x', 'enum', values = { { t, ja = t, en = t } }, title = { ja = t, en = t } }, { t, t } } } }"); words($_[0], 'info', 'fields') },
  'method' => sub { write_file("$_[0]/risk/own.lua", "local t = @{[lua $_[1]]}; return { title = { ja = t, en = t }, bands = { { id = t, title = { ja = t, en = t } } }, risk = function() error(t) end }"); change("$_[0]/tekigo.yaml", 'method: ipa', 'method: own') },
  'method-figures' => sub { write_file("$_[0]/risk/own.lua", "local t = @{[lua $_[1]]}; return { title = t, bands = { { id = 'a', title = { ja = t, en = t }, tone = t } }, risk = function() return { level = t, band = t, [t] = t } end }"); change("$_[0]/tekigo.yaml", 'method: ipa', 'method: own'); words($_[0], 'risk') },
  'word-command' => sub { words($_[0], $_[1]) },
  'word-option' => sub { words($_[0], "--$_[1]", 'check') },
  'word-short' => sub { words($_[0], "-$_[1]", 'check') },
  'word-date' => sub { words($_[0], '--date', $_[1], 'check') },
  'word-theme' => sub { words($_[0], '--theme', $_[1], 'check') },
  'word-format' => sub { words($_[0], '--only', $_[1], 'check') },
  'word-out' => sub { words($_[0], '--out', "people.yaml/$_[1]", 'build') },
  'word-directory' => sub { words($_[0], '-C', $_[1], 'check') },
  'word-from' => sub { words($_[0], '--from', $_[1], 'init', 'new') },
  'word-init' => sub { words($_[0], 'init', name($_[1])) },
  'word-init-again' => sub { words($_[0], 'init', "people.yaml/$_[1]") },
  'word-explain' => sub { words($_[0], 'explain', $_[1]) },
  'word-info' => sub { words($_[0], 'info', $_[1]) },
  'word-risk' => sub { words($_[0], 'risk', $_[1]) },
  'word-what-if' => sub { words($_[0], '--what-if', $_[1], 'risk') },
  'word-what-if-control' => sub { words($_[0], '--what-if', "control=$_[1]:not", 'risk') },
  'word-what-if-status' => sub { words($_[0], '--what-if', "control=5.18:$_[1]", 'risk') },
  'word-what-if-field' => sub { words($_[0], '--what-if', "R-001.$_[1]=3", 'risk') },
  'word-what-if-value' => sub { words($_[0], '--what-if', "R-001.event=$_[1]", 'risk') },
);

my ($base, $folder, @wanted) = @ARGV;
@wanted = grep { $_ ne 'all' } sort keys %texts unless @wanted;
for my $place (sort keys %places) {
  for my $text (@wanted) {
    my $tree = "$folder/$place-$text";
    make_path($folder);
    system('cp', '-R', $base, $tree) == 0 or die "cp: $?";
    $places{$place}->($tree, $texts{$text});
  }
}

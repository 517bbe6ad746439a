# log.pl FILE…: reads what the program printed as the logs of CI jobs and terminals do. Prints a line for each line that
# they would take for more than text, then "lines LINES longest CHARACTERS"; exits with 1 when there was one.
use strict;
use warnings;

my ($lines, $longest, $bad) = (0, 0, 0);
sub complain { my ($file, $what, $line) = @_; $bad++; $line =~ s/([^ -~])/sprintf '\\x{%x}', ord $1/ge;
  print "$file: $what: ", substr($line, 0, 300), "\n"; }

for my $path (@ARGV) {
  open my $file, '<:raw', $path or die "$path: $!";
  my $bytes = do { local $/; <$file> } // '';
  my $text = $bytes;
  unless (utf8::decode($text) && $text !~ /[\x{d800}-\x{dfff}]/) { complain($path, 'bytes that are not UTF-8', $bytes); next; }
  # What ends a line for some reader of a log ends it here.
  for my $line (split /\n/, $text) {
    $lines++;
    $longest = length $line if length $line > $longest;
    complain($path, 'a control or invisible character', $line)
      if $line =~ /[\p{Cc}\p{Zl}\p{Zp}\x{115f}\x{1160}\x{3164}\x{ffa0}\x{34f}]|(?!\x{200d})\p{Cf}/ || $line =~ /(?:^|[\s\p{VS}])\p{VS}/ ||
         $line =~ /[\p{L}\p{N} ]\x{200d}|\x{200d}[\p{L}\p{N} ]/;
    for my $part (split /[\r\x{85}\x{2028}\x{2029}\x0b\x0c]/, $line) {
      (my $seen = $part) =~ s/\e\[[0-9;]*[A-Za-z]|[\p{Cf}\p{Cc}\p{Mn}]//g;
      complain($path, 'a command of GitHub', $line) if $seen =~ /^\s*::/;
      complain($path, 'a command of GitHub or Azure', $line) if $seen =~ /##[a-z]*\[/i;
      complain($path, 'a command of GitLab', $line) if $part =~ /^(?:\e\[0K)?section_(?:start|end):\d+:/;
    }
  }
}
print "lines $lines longest $longest\n";
exit($bad ? 1 : 0);

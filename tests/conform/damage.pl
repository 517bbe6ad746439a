# damage.pl FILE.qdf DAMAGE FOLDER: writes the file, as qpdf --qdf made it, as FOLDER/good.pdf, and with the damage of each
# line of DAMAGE as FOLDER/1.pdf and so on; FOLDER/expected has a line for each of these, the checks that must find it.
use strict;
use warnings;
my ($source, $list, $folder) = @ARGV;

sub read_file { my ($path) = @_; open my $file, '<:raw', $path or die "$path: $!"; local $/; return scalar <$file>; }
sub write_file { my ($path, $bytes) = @_; open my $file, '>:raw', $path or die "$path: $!"; print $file $bytes; close $file or die "$path: $!"; }

# Lengths of streams, which stand in the objects behind them, and places of objects made right.
sub mend {
  my ($bytes) = @_;
  my @objects = split /^(?=\d+ 0 obj\n)/m, $bytes;
  my ($body, @places) = (shift @objects);
  my $length;
  for my $object (@objects) {
    $object =~ s/ obj\n\K\d+(?=\nendobj)/$length/ if defined $length;
    $length = $object =~ /\/Length \d+ 0 R\b.*?\nstream\n(.*)\nendstream\nendobj/s ? length $1 : undef;
    push @places, length $body;
    $body .= $object;
  }
  my $table = join '', map { sprintf "%010d 00000 n \n", $_ } @places;
  my $size = @places + 1;
  $body =~ s/\n\Kxref\n.*?(?=trailer)/xref\n0 $size\n0000000000 65535 f \n$table/s;
  my $start = $-[0];
  $body =~ s/startxref\n\K\d+/$start/;
  return $body;
}

my $text = read_file($source);
my $good = mend($text);
write_file("$folder/good.pdf", $good);
my ($count, $expected) = (0, '');
for (split /\n/, read_file($list)) {
  next if /^#/ or !/\S/;
  my ($raw, $names, $change) = /^(raw )?(.*?) \| (.*)$/ or die "no damage: $_\n";
  local $_ = $raw ? $good : $text;
  my $before = $_;
  eval "no strict; no warnings; $change; 1" or die "$names: $@";
  die "$names: the damage changes nothing: $change\n" if $_ eq $before;
  write_file("$folder/" . ++$count . ".pdf", $raw ? $_ : mend($_));
  $expected .= "$names\n";
}
write_file("$folder/expected", $expected);

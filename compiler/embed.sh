#!/usr/bin/env bash
# Writes the assembly that puts the files named as arguments into the program, with a table of them in the order of
# the arguments: base/embedded.h declares it.
set -eu
printf '\t.section .rodata\n'
n=0
for f in "$@"; do
  printf '.Lpath%d: .string "%s"\n.Ldata%d: .incbin "%s"\n.Lend%d: .byte 0\n' $n "$f" $n "$f" $n
  n=$((n + 1))
done
printf '\t.section .data.rel.ro,"aw"\n\t.balign 8\n\t.globl embedded_files\nembedded_files:\n'
for ((i = 0; i < n; i++)); do
  printf '\t.quad .Lpath%d, .Ldata%d, .Lend%d - .Ldata%d\n' $i $i $i $i
done
printf '\t.section .rodata\n\t.balign 8\n\t.globl embedded_count\nembedded_count: .quad %d\n' $n
printf '\t.section .note.GNU-stack,"",@progbits\n'

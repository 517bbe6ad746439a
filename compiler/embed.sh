#!/usr/bin/env bash
# Writes the assembly that puts files into the program, with a table of them in the order of the arguments:
# base/embedded.h declares it. The first argument is the directory where compiled scripts lie under the path of their
# source.
set -eu
code=$1
shift
printf '\t.section .rodata\n'
n=0
for f in "$@"; do
  printf '.Lpath%d: .string "%s"\n.Ldata%d: .incbin "%s"\n.Lend%d: .byte 0\n' $n "$f" $n "$f" $n
  if [ -f "$code/$f" ]; then printf '.Lcode%d: .incbin "%s"\n.Lcodeend%d:\n' $n "$code/$f" $n; fi
  n=$((n + 1))
done
printf '\t.section .data.rel.ro,"aw"\n\t.balign 8\n\t.globl embedded_files\nembedded_files:\n'
n=0
for f in "$@"; do
  printf '\t.quad .Lpath%d, .Ldata%d, .Lend%d - .Ldata%d' $n $n $n $n
  if [ -f "$code/$f" ]; then printf ', .Lcode%d, .Lcodeend%d - .Lcode%d\n' $n $n $n; else printf ', 0, 0\n'; fi
  n=$((n + 1))
done
printf '\t.section .rodata\n\t.balign 8\n\t.globl embedded_count\nembedded_count: .quad %d\n' $n
printf '\t.section .note.GNU-stack,"",@progbits\n'

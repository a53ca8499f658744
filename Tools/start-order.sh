#!/bin/sh
# Writes Tools/start-order.txt: the functions that an empty program's runs from bytecode and from source execute, for the linker, which lays them side by side. The system maps
# code in large pieces; scattered over the whole binary they are 8.5 MB of resident memory, side by side 5.0 MB. A list that is out of date does
# no harm: unknown names are passed over. Needs valgrind, and `make adder` on Linux before.
set -eu
cd "$(dirname "$0")/.."
command -v valgrind >/dev/null || { echo 'start-order: valgrind is missing; install it' >&2; exit 2; }
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
# Without debugging information, which valgrind cannot read.
strip -g -o "$scratch/adder" .build/adder
for program in bytecode/3.13/empty.pyc empty.py; do
  valgrind --tool=callgrind --demangle=no --callgrind-out-file="$scratch/profile-$(basename "$program")" \
    "$scratch/adder" run "Benchmarks/Start/$program" 2>"$scratch/log" || { cat "$scratch/log" >&2; exit 1; }
done
{
  echo '# Made by Tools/start-order.sh.'
  sed -nE "s/^c?fn=\([0-9]+\) (.+)$/\1/p" "$scratch"/profile-* | sed "s/'[0-9]*$//" | grep -E '^[$_A-Za-z]' | LC_ALL=C sort -u
} >Tools/start-order.txt
wc -l Tools/start-order.txt

#!/bin/sh
# Looks in the machine code of our modules for the calls that Swift before 6.4 compiles wrongly
# (https://github.com/swiftlang/swift/issues/90477): a throwing function that ends with a jump to memmove, memcpy or memset without
# restoring the register of the error, which it used for something else. Its caller would see an error that nobody threw.
#
# usage: check-error-register.sh [BUILD-FOLDER]     default .build/release; every function found is printed, exit status 1 if there is one
set -eu
cd "$(dirname "$0")/.."
build=${1:-.build/release}
[ -d "$build/Runtime.build" ] || { echo "check-error-register: no $build/Runtime.build; build first" >&2; exit 2; }
command -v objdump >/dev/null || { echo 'check-error-register: objdump is missing; install binutils' >&2; exit 2; }
case $(uname -m) in
  x86_64) register='%r12[dwb]?$' jump='^jmp' pop='^(pop|add .*,%rsp$)' push='^push.*%r12$' ;;
  aarch64 | arm64) register='^(ld[rp]|mov|orr) .*[xw]21' jump='^b ' pop='^(ldp|add[ \t]+sp)' push='^st[rp].*x21' ;;
  *) echo "check-error-register: unknown processor $(uname -m)" >&2; exit 2 ;;
esac

# An epilogue (it pops) that ends with such a jump, in a function that writes the register but does not in this epilogue. One that
# saves the register at its start is no throwing function: there it belongs to the caller.
for module in Bytecode Runtime Builtins Modules Adder AdderCLI; do
  objdump -dr --no-show-raw-insn "$build/$module.build"/*.o
done | awk -v register="$register" -v jump="$jump" -v pop="$pop" -v push="$push" '
  function finish() { if (suspect && written && !saved) { print name; bad = 1 } suspect = written = saved = popped = restored = 0 }
  /^[0-9a-f]+ <.*>:$/ { finish(); name = substr($2, 2, length($2) - 3); next }
  /R_[A-Z0-9_]+|_RELOC_/ { if (jumped && popped && !restored && $NF ~ /^(memmove|memcpy|memset|bzero)/) suspect = 1; next }
  {
    text = $0; sub(/^[^:]*:[ \t]*/, "", text)
    if (jumped || text ~ /^(ret|ud2|j|b[. ])/) { jumped = text ~ jump; if (!jumped) popped = restored = 0 }
    if (text ~ push) saved = 1
    else if (text ~ register && text !~ /^(cmp|test|push)/) { if (text !~ /^pop/) written = 1; restored = 1 }
    if (text ~ pop) popped = 1
  }
  END { finish(); exit bad }' | { swift demangle --compact || cat; } | { ! grep .; }

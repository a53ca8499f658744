#!/bin/sh
# Looks for reference counting, object allocation and key paths in the machine code of the runtime's hot folders and of the
# generated loops. Each must be fixed or be allowed, with a reason, in Tools/arc-allowed.txt.
#
# usage: check-arc.sh [BUILD-FOLDER]      default .build/release; every function found is printed, exit status 1 if there is one
#
# A line of arc-allowed.txt is "FILE FUNCTION REASON...": a source file's name, a part of the function's readable name without
# spaces ("*" for all of the file's functions), and why it is no hot path. A line that nothing needs is an error too.
set -eu
cd "$(dirname "$0")/.."
build=${1:-.build/release}
objects=$build/Runtime.build
[ -d "$objects" ] || { echo "check-arc: no $objects; build first" >&2; exit 2; }
command -v objdump >/dev/null || { echo 'check-arc: objdump is missing; install binutils' >&2; exit 2; }
forbidden='^_?swift_(retain|release|bridgeObject|unknownObject|unowned|weak|allocObject|deallocObject|initStackObject|allocBox|getKeyPath|readAtKeyPath|modifyAtWritableKeyPath|setAtWritableKeyPath|beginAccess|once|isUniquelyReferenced|dynamicCast)'
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

# The hot files of those that the build compiled: these folders, and what the plugin generates for the module.
grep -E -e '/Sources/Runtime/(Value|Heap|Objects|Frames|Kernels)/' -e '/plugins/outputs/' "$objects/sources" | sed -e 's|.*/||' -e "s|'$||" >"$scratch/hot"

# FILE SYMBOL CALL of each forbidden call. Value witnesses are left out: metadata refers to them, for code that copies a value of a type unknown
# at compile time, and generic code on hot paths is specialised (a value witness that it used would need a call through metadata). Some have no
# symbol: the retain of a box behind the end of the function in front of it.
while read -r file; do
  [ -f "$objects/$file.o" ] || { echo "check-arc: no $objects/$file.o" >&2; exit 2; }
  { objdump -t "$objects/$file.o"; objdump -dr --no-show-raw-insn "$objects/$file.o"; } | awk -v file="$file" -v forbidden="$forbidden" '
    function number(digits, i, n) { for (i = 1; i <= length(digits); i++) n = n * 16 + index("0123456789abcdef", substr(digits, i, 1)) - 1; return n }
    $3 == "F" || $4 == "F" { for (i = 4; i < NF; i++) if (length($i) == 16 && $i ~ /^[0-9a-f]+$/) size[$NF] = number($i) }
    /^[0-9a-f]+ <.*>:$/ { symbol = substr($2, 2, length($2) - 3); start = number($1) }
    /R_[A-Z0-9_]+|_RELOC_/ {
      call = $NF; sub(/[-+]0x[0-9a-f]+$/, "", call); place = $1; sub(/:$/, "", place)
      unnamed = size[symbol] && number(place) >= start + size[symbol]
      if (call ~ forbidden && !(unnamed && call == "swift_retain")) print file, symbol, call
    }'
done <"$scratch/hot" | sort | uniq -c >"$scratch/found"

# Readable names instead of symbols, without spaces. The witness of a literal of an option set is not called either: where such a literal is
# used the compiler folds it, or the user shows up here himself.
awk '{ print $3 }' "$scratch/found" | swift demangle --compact | tr -d ' ' >"$scratch/names"
paste -d ' ' "$scratch/found" "$scratch/names" | awk '{ print $2, $5, $4 " x" $1 }' |
  grep -v -e 'valuewitnessfor' -e 'protocolwitnessforSwift.ExpressibleByArrayLiteral' >"$scratch/calls" || true

awk '
  FILENAME == ARGV[1] { if ($0 !~ /^#/ && NF) { if (NF < 3) { print "arc-allowed.txt:" FNR ": no reason"; bad = 1 } lines++; file[lines] = $1; part[lines] = $2; number[lines] = FNR } next }
  {
    allowed = 0
    for (i = 1; i <= lines; i++)
      if (file[i] == $1 && (part[i] == "*" || index($2, part[i]))) { allowed = 1; used[i] = 1 }
    if (!allowed) { print $1 ": " $2 ": " $3 " " $4; bad = 1 }
  }
  END {
    for (i = 1; i <= lines; i++) if (!used[i]) { print "arc-allowed.txt:" number[i] ": nothing needs " file[i] " " part[i]; bad = 1 }
    exit bad
  }' Tools/arc-allowed.txt "$scratch/calls"

#!/bin/bash
# Lists the code outside Spec/ and Tests/ that names a Python version, with the reason for each place (Tools/version-names.txt), and fails if a
# place has no reason, a reason has no place, or there are more than the limit. What differs by version belongs in Spec/.
set -u
cd "$(dirname "$0")/.."
reasons=Tools/version-names.txt
limit=40

# A line of code, without its comment, that has a number such as 3.13 or the name of what is generated for one.
found=$( (
  find Sources Plugins Benchmarks/Sources Fuzz/Sources Tools \( -name '*.swift' -o -name '*.sh' -o -name '*.py' \)
  printf '%s\n' Package.swift Makefile
) | LC_ALL=C sort | xargs awk '
  { code = $0 }
  FILENAME ~ /[.]swift$/ { sub(/^[ \t]*\/\/.*/, "", code); sub(/[ \t]\/\/ .*/, "", code) }
  FILENAME !~ /[.]swift$/ { sub(/^[ \t]*#.*/, "", code) }
  code ~ /(^|[^0-9.])(2\.7|3\.([6-9]|1[0-9]))([^0-9]|$)|PythonVersion\([0-9]|Version\([23], *[0-9]|v3_[0-9]/ {
    gsub(/^[ \t]+/, "", code); print FILENAME "\t" code
  }')

status=0
count=0
while IFS=$'\t' read -r file code; do
  [ -n "$file" ] || continue
  reason=$(awk -F'\t' -v file="$file" -v code="$code" '$1 == file && index(code, $2) { print $3; exit }' "$reasons")
  if [ -z "$reason" ]; then
    echo "$file: names a version, without a reason in $reasons: $code"
    status=1
  else
    echo "$file: $reason"
  fi
  count=$((count + 1))
done <<< "$found"

while IFS=$'\t' read -r file fragment reason; do
  case "$file" in '' | '#'*) continue ;; esac
  if ! printf '%s\n' "$found" | awk -F'\t' -v file="$file" -v fragment="$fragment" '$1 == file && index($2, fragment) { hit = 1 } END { exit !hit }'; then
    echo "$reasons: no such place: $file: $fragment"
    status=1
  fi
done < "$reasons"

echo "$count places name a version (at most $limit)"
[ "$count" -le "$limit" ] || status=1
exit $status

#!/bin/bash
# Performs the steps of pages of the documentation, such as Documentation/AddingAnInstruction.md, on a copy of the tree.
#
#     Tools/walkthrough.sh PAGE...
#
# The pages share the copy. COPY in the environment says where it is to be. A page has a comment in front of each block that is a step:
#     create FILE            the block is a new file
#     append FILE            the block goes to the end of FILE
#     insert "TEXT" FILE     the block's one line goes in front of TEXT, which stands once in FILE
#     run                    the block is a shell script
#     expect                 each line of the block must be part of a line of the last run's output
set -euo pipefail

root=$(cd "$(dirname "$0")/.." && pwd)
copy=${COPY:-$(mktemp -d)/adder}
output=$(mktemp)

fail() {
  echo "walkthrough: $*" >&2
  exit 1
}

# Copies what git tracks or would track, so that a change can be tested before it is committed.
copy_tree() {
  mkdir -p "$copy"
  (cd "$root" && git ls-files --cached --others --exclude-standard -z | xargs -0 ls -d 2>/dev/null | tar -cf - -T -) |
    tar -xf - -C "$copy"
}

insert() {
  local text=$1 file=$2 block=$3
  [ "$(grep -cF -- "$text" "$file")" = 1 ] || fail "\"$text\" does not stand once in $file"
  TEXT=$text BLOCK=${block%$'\n'} awk '{
    at = index($0, ENVIRON["TEXT"])
    if (at) $0 = substr($0, 1, at - 1) ENVIRON["BLOCK"] " " substr($0, at)
    print
  }' "$file" > "$file.new"
  mv "$file.new" "$file"
}

perform() {
  local step=$1 block=$2
  steps=$((steps + 1))
  case $step in
    create\ *)
      [ ! -e "${step#create }" ] || fail "${step#create } is there already"
      printf '%s' "$block" > "${step#create }"
      ;;
    append\ *)
      printf '%s' "$block" >> "${step#append }"
      ;;
    insert\ *)
      local text=${step#insert \"}
      insert "${text%%\"*}" "${step##*\" }" "$block"
      ;;
    run)
      bash -euc "$block" > "$output" || { cat "$output"; fail "failed: $block"; }
      ;;
    expect)
      while IFS= read -r line; do
        grep -qF -- "$line" "$output" || { cat "$output"; fail "the output lacks: $line"; }
      done <<< "${block%$'\n'}"
      ;;
    *)
      fail "unknown step: $step"
      ;;
  esac
}

walk() {
  local page=$1 step='' block='' inside=no
  steps=0
  while IFS= read -r line || [ -n "$line" ]; do
    if [[ $inside = no && $line =~ ^'<!-- '(.*)' -->'$ ]]; then
      step=${BASH_REMATCH[1]}
    elif [[ $inside = no && $line = '```'* && -n $step ]]; then
      inside=yes block=''
    elif [[ $inside = yes && $line = '```' ]]; then
      echo "walkthrough: $step"
      perform "$step" "$block"
      inside=no step=''
    elif [ $inside = yes ]; then
      block+=$line$'\n'
    fi
  done < "$page"
  [ $steps -ge 8 ] || fail "only $steps steps found in $page"
  echo "walkthrough: all $steps steps of ${page##*/} work"
}

[ $# -gt 0 ] || fail 'no page is given'
copy_tree
for page in "$@"; do
  page=$(cd "$(dirname "$page")" && pwd)/${page##*/}
  (cd "$copy" && walk "$page")
done

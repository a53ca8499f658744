#!/bin/sh
# Builds each package of Examples/ in one build folder, runs it with its program's bytecode, and compares what it prints with expected.txt.
set -eu
cd "$(dirname "$0")/.."
status=0
for package in Examples/*/; do
  name=$(basename "$package")
  swift build -c release --omit-frame-pointers --package-path "$package" --scratch-path .build/examples --product "$name"
  .build/examples/release/"$name" "$package"Programs/bytecode/*/*.pyc > ".build/examples/$name.txt"
  if ! diff -u "${package}expected.txt" ".build/examples/$name.txt"; then
    echo "$name prints something else than ${package}expected.txt says" >&2
    status=1
  fi
done
exit $status

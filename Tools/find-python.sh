#!/bin/sh
# Prints the path of the CPython of a version, such as 3.12: the one on the path, else the newest of pyenv's. Exit status 1 if there is none.
version=$1
for folder in $(printf '%s' "$PATH" | tr ':' ' '); do
  # pyenv's shims stand on the path, but fail unless the version is selected.
  case $folder in */shims) continue ;; esac
  if [ -x "$folder/python$version" ]; then
    echo "$folder/python$version"
    exit 0
  fi
done
found=$(ls -d "$HOME/.pyenv/versions/$version".*/bin/"python$version" 2> /dev/null | sort -V | tail -1)
[ -n "$found" ] && echo "$found"

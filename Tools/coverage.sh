#!/bin/sh
# Lists what no program of the corpus does, by a debug build of its own with source coverage: the instructions and operand forms of the
# specification that have no reason in Tests/Corpora/not-executed.txt, and the raising branches of the runtime that have none in
# Tools/unraised.txt. Needs python3 and the LLVM tools of the Swift toolchain.
set -e
cd "$(dirname "$0")/.."
swift build -c debug --product adder --build-path .build-coverage -Xswiftc -profile-generate -Xswiftc -profile-coverage-mapping
status=0
.build-coverage/debug/adder corpus coverage || status=1
# The programs of that run leave profiles where they ran.
find Tests/Corpora . -maxdepth 4 -name default.profraw -not -path './.build*' -delete
python3 Tools/raising-branches.py --adder .build-coverage/debug/adder --corpus Tests/Corpora --allowed Tools/unraised.txt \
  --llvm "$(dirname "$(command -v swift)")" Sources/Runtime || status=1
exit $status

#!/bin/sh
# What the corpus executes: of the specification every instruction and operand form, of the kernels every raising branch.
# Each is listed that is missing and has no reason in Tests/Corpora/not-executed.txt or Tools/unraised.txt. Needs python3 and the LLVM tools of
# the Swift toolchain.
set -e
cd "$(dirname "$0")/.."
swift build -c debug --product adder --build-path .build-coverage -Xswiftc -profile-generate -Xswiftc -profile-coverage-mapping
status=0
.build-coverage/debug/adder corpus coverage || status=1
python3 Tools/raising-branches.py --adder .build-coverage/debug/adder --corpus Tests/Corpora --allowed Tools/unraised.txt \
  --llvm "$(dirname "$(command -v swift)")" Sources/Runtime/Kernels || status=1
exit $status

# Adder's commands. `make run` and `make test` set up what they need themselves.
#
#   make run              build, and run an example program's bytecode
#   make test             build, and pass all tests
#   make regenerate       refresh Generated/ from Spec/
#   make walkthrough      perform Documentation/AddingAnInstruction.md on a copy of the tree
#   make corpus           remake the corpus' bytecode and expectations (needs CPython; what changed is listed)
#   make corpus-check     fail if that would change anything
#   make bench            compare with every CPython and PyPy found (BENCH="options and programs")
#   make sweep            compare dis, check and marshal with CPython over its whole standard library (needs CPython 3.13;
#                         SHARD=1/4, SAMPLE=N, WORK=folder that keeps what was done, so that an interrupted sweep goes on)
#   make fuzz             damaged .pyc files through check, dis and run (FUZZ_SEEDS="1 2 3" FUZZ_COUNT=7000)
#   make machine-code     check the machine code for reference counting on the hot paths, and for what the compiler gets wrong
#   make clean

CONFIGURATION ?= -c release
# What users run: no shared Swift runtime to load, and one more register in the loop.
BINARY := $(CONFIGURATION) --static-swift-stdlib --omit-frame-pointers
ADDER := .build/$(lastword $(CONFIGURATION))/adder
PYTHON ?= python3
PYTHON313 ?= python3.13
WORK ?= .build/sweep
FUZZ_SEEDS ?= 1 2 3
FUZZ_COUNT ?= 7000
EXAMPLE ?= Tests/Corpora/programs/bytecode/3.13/sudoku.pyc

.PHONY: run test adder setup regenerate walkthrough corpus corpus-check bench sweep fuzz machine-code clean

run: adder
	$(ADDER) run $(EXAMPLE)

adder: setup
	swift build $(BINARY) --product adder

# The tests are built optimised, like the binary, but against the shared Swift libraries, for which everything is compiled again; testable imports
# would not be optimised.
test: adder
	swift test $(CONFIGURATION) --omit-frame-pointers --disable-testable-imports $(TEST)

setup:
	@Tools/setup.sh

regenerate: setup
	swift package --allow-writing-to-package-directory regenerate $(if $(VERSION),--version $(VERSION))

walkthrough: setup
	@Tools/walkthrough.sh

corpus:
	$(PYTHON) Tests/Support/make_corpus.py
	$(PYTHON) Tests/Support/make_corpus.py --compile Benchmarks/Programs
	$(PYTHON) Tests/Support/make_corpus.py --compile Benchmarks/Start

corpus-check:
	$(PYTHON) Tests/Support/make_corpus.py --check

bench: adder
	swift build $(CONFIGURATION) --static-swift-stdlib --package-path Benchmarks
	Benchmarks/.build/release/Bench --adder $(ADDER) $(BENCH)

sweep: setup
	swift build $(CONFIGURATION) --omit-frame-pointers --product sweep-tool
	mkdir -p $(WORK)
	$(PYTHON313) Tests/Sweeps/sweep.py --tool .build/release/sweep-tool --work $(WORK) $(if $(SHARD),--shard $(SHARD)) $(if $(SAMPLE),--sample $(SAMPLE))

fuzz: adder
	swift build $(CONFIGURATION) --package-path Fuzz
	Fuzz/.build/release/fuzz check Tests $(FUZZ_COUNT) $(FUZZ_SEEDS)
	Fuzz/.build/release/fuzz run Tests $(FUZZ_COUNT) $(FUZZ_SEEDS) --adder $(abspath $(ADDER))

machine-code: adder
	Tools/check-error-register.sh
	Tools/check-arc.sh

clean:
	swift package clean

# Adder's commands. `make run` and `make test` set up what they need themselves.
#
#   make run              build, and run an example program (.build/adder; .build/python3 takes CPython's command line)
#   make test             build, pass all tests, then machine-code and walkthrough (TEST="--filter NAME": those tests alone; CHROMIUM=PATH: the
#                         browser that tries the HTML pages, if none of the usual name is installed; without one they are not tried)
#   make regenerate       refresh Generated/ from Spec/
#   make walkthrough      perform Documentation/AddingAnInstruction.md and AddingAVersion.md on a copy of the tree
#   make corpus           remake the corpus' bytecode and expectations with every CPython found (what changed is listed)
#   make corpus-check     fail if that would change anything
#   make bench            compare with every CPython and PyPy found (BENCH="options and programs")
#   make sweep            compare dis, check, asm and marshal with each CPython found over its whole standard library (VERSIONS="3.8 3.12",
#                         SHARD=1/4, SAMPLE=N, WORK=folder that keeps what was done, so that an interrupted sweep goes on)
#   make syntax           compare syntax trees, and what is said about wrong sources, with each CPython found (VERSIONS, WORK)
#   make compile-sweep    compile each CPython's whole standard library: what is accepted, read by its marshal, verified, and identical to its own code
#                         objects (VERSIONS, LEVEL=of -O, SAMPLE=every so-manieth file)
#   make compile-speed    time that against the same CPython's compiler (VERSIONS, SAMPLE)
#   make throughput       time dis and check against the dis of each CPython found, over its whole standard library (VERSIONS, WORK)
#   make attributes       what builtin types and native modules have beside each CPython found, attribute by attribute (VERSIONS)
#   make differential     random calls of everything builtin, beside each CPython found (VERSIONS, SEEDS="1 2 3", CALLS=200000)
#   make fuzz             damaged .pyc files of each version through check, dis, asm and run (FUZZ_SEEDS="1 2 3" FUZZ_COUNT=7000
#                         FUZZ_VERSIONS="3.8 3.14")
#   make mutants          damaged sources through the compiler, beside each CPython found: which take too long or crash (VERSIONS, SEEDS="1 2 3",
#                         MUTANTS=6700 of each seed, SHOW=N: N that are not rejected in the same words)
#   make hostile          programs that want too much, under limits: which do not end within twice the time (HOSTILE="--time 2 --verbose")
#   make coverage         what the corpus does not execute: instructions, operand forms, raising branches (needs python3, LLVM's tools)
#   make stress           the corpus with a collection at each of the first 5,000 allocations and at every 150th then (GC_STRESS=FIRST:N)
#   make machine-code     check the machine code for reference counting on the hot paths, and for what the compiler gets wrong
#   make versions         list the code outside Spec/ that names a Python version, with reasons
#   make examples         build and run the programs of Examples/, and compare what they print
#   make clean

CONFIGURATION ?= release
# Every handler of a generated loop is to end with a jump of its own to the next one, which processors foresee much better than one jump that all
# share. LLVM copies such a jump by itself, but from version 20 on no longer in functions with so many blocks unless it is told to. (Not in
# Package.swift: a package with unsafe flags cannot be depended upon.)
OWN_JUMPS := -Xswiftc -Xllvm -Xswiftc -tail-dup-pred-size=100000 -Xswiftc -Xllvm -Xswiftc -tail-dup-succ-size=100000
OWN_JUMPS := $(shell echo | swiftc -frontend -parse $(filter-out -Xswiftc,$(OWN_JUMPS)) - >/dev/null 2>&1 && echo '$(OWN_JUMPS)')
OPTIONS := -c $(CONFIGURATION) --omit-frame-pointers $(OWN_JUMPS)
# What users run. On Linux it is one file without shared libraries: it starts in half the time, because nothing is relocated or looked
# up, and with little memory, because what runs at the start lies together (Tools/start-order.sh). Swift compiles for that differently, so it has a folder of its own; the tests use the binary that is built beside them.
ifeq ($(shell uname -s),Linux)
BINARY := $(OPTIONS) --static-swift-stdlib -Xswiftc -static-executable --scratch-path .build/static \
  -Xswiftc -use-ld=lld -Xswiftc -Xfrontend -Xswiftc -function-sections \
  -Xlinker --symbol-ordering-file -Xlinker $(CURDIR)/Tools/start-order.txt -Xlinker --no-warn-symbol-ordering
BINARY_FOLDER := .build/static/$(CONFIGURATION)
else
BINARY := $(OPTIONS)
BINARY_FOLDER := .build/$(CONFIGURATION)
endif
ADDER := .build/adder
VERSIONS ?= $(patsubst Spec/versions/%.yaml,%,$(wildcard Spec/versions/*.yaml))
WORK ?= .build/sweep
SEEDS ?= 1 2 3
CALLS ?= 200000
FUZZ_SEEDS ?= 1 2 3
FUZZ_COUNT ?= 7000
EXECUTED := $(notdir $(wildcard Tests/Corpora/programs/bytecode/*))
FUZZ_VERSIONS ?= $(EXECUTED)
MUTANTS ?= 6700
SHOW ?= 0
GC_STRESS ?= 5000:150
EXAMPLE ?= Tests/Corpora/programs/sudoku.py

.PHONY: run test adder compile-tools setup regenerate walkthrough corpus corpus-check bench sweep syntax compile-sweep compile-speed throughput attributes differential mutants fuzz hostile coverage stress machine-code versions examples clean

run: adder
	$(ADDER) run $(EXAMPLE)

adder: setup
	swift build $(BINARY) --product adder
	@ln -sf $(patsubst .build/%,%,$(BINARY_FOLDER))/adder $(ADDER)
	@for name in python python3 $(addprefix python,$(EXECUTED)); do ln -sf $(notdir $(ADDER)) .build/$$name; done

# Testable imports would not be optimised.
test: setup
	swift test $(OPTIONS) --disable-testable-imports $(TEST)
ifndef TEST
	@$(MAKE) --no-print-directory machine-code versions examples walkthrough
endif

setup:
	@Tools/setup.sh

regenerate: setup
	swift package --allow-writing-to-package-directory regenerate $(if $(VERSION),--version $(VERSION))

walkthrough: setup
	@Tools/walkthrough.sh Documentation/AddingAnInstruction.md Documentation/AddingAVersion.md

corpus: adder
	$(ADDER) corpus make Tests/Corpora
	$(ADDER) corpus make --compile Benchmarks/Programs
	$(ADDER) corpus make --compile Benchmarks/Micro
	$(ADDER) corpus make --compile Benchmarks/Start
	for folder in Tests/AdderTests Tests/Hostile Examples/Rules Examples/Sandbox; do $(ADDER) corpus make --compile $$folder/Programs; done

corpus-check: adder
	$(ADDER) corpus make Tests/Corpora --check

bench: adder
	swift build -c $(CONFIGURATION) --static-swift-stdlib --package-path Benchmarks
	Benchmarks/.build/$(CONFIGURATION)/Bench --adder $(ADDER) $(BENCH)

sweep: setup
	swift build -c $(CONFIGURATION) --omit-frame-pointers --product sweep-tool
	@status=0; for version in $(VERSIONS); do \
	  python=$$(Tools/find-python.sh $$version) || continue; \
	  mkdir -p $(WORK)/$$version; \
	  $$python Tests/Sweeps/sweep.py --tool .build/$(CONFIGURATION)/sweep-tool --work $(WORK)/$$version $(if $(SHARD),--shard $(SHARD)) $(if $(SAMPLE),--sample $(SAMPLE)) || status=1; \
	done; exit $$status

syntax: setup
	swift build -c $(CONFIGURATION) --omit-frame-pointers --product syntax-tool
	@status=0; for version in $(EXECUTED); do \
	  python=$$(Tools/find-python.sh $$version) || continue; \
	  for script in sweep errors; do \
	    python3 Tests/Syntax/$$script.py .build/$(CONFIGURATION)/syntax-tool $(WORK)/syntax $$version=$$python || status=1; \
	  done; \
	done; exit $$status

compile-tools: setup
	for tool in compile-tool sweep-tool; do swift build -c $(CONFIGURATION) --omit-frame-pointers --product $$tool || exit 1; done

compile-sweep: compile-tools
	@status=0; for version in $(filter $(EXECUTED),$(VERSIONS)); do \
	  python=$$(Tools/find-python.sh $$version) || continue; \
	  PYTHONHASHSEED=0 $$python Tests/CompileTool/compare.py .build/$(CONFIGURATION)/compile-tool --verifier .build/$(CONFIGURATION)/sweep-tool \
	    $(if $(LEVEL),--level $(LEVEL)) $(if $(SAMPLE),--sample $(SAMPLE)) || status=1; \
	done; exit $$status

compile-speed: compile-tools
	@for version in $(filter $(EXECUTED),$(VERSIONS)); do \
	  python=$$(Tools/find-python.sh $$version) || continue; \
	  $$python Tests/CompileTool/speed.py .build/$(CONFIGURATION)/compile-tool $(if $(SAMPLE),--sample $(SAMPLE)) || exit 1; \
	done

throughput: adder
	@status=0; for version in $(filter $(EXECUTED),$(VERSIONS)); do \
	  python=$$(Tools/find-python.sh $$version) || continue; \
	  mkdir -p $(WORK)/$$version; \
	  $$python Tests/Sweeps/throughput.py --adder $(abspath $(ADDER)) --work $(WORK)/$$version || status=1; \
	done; exit $$status

attributes: adder
	@status=0; for version in $(filter $(EXECUTED),$(VERSIONS)); do \
	  python=$$(Tools/find-python.sh $$version) || continue; \
	  $$python Tests/Support/attributes.py --adder $(abspath $(ADDER)) --list || status=1; \
	done; exit $$status

differential: adder
	@status=0; for version in $(filter $(EXECUTED),$(VERSIONS)); do \
	  python=$$(Tools/find-python.sh $$version) || continue; \
	  $$python Tests/Differential/differential.py --adder $(abspath $(ADDER)) $(if $(EACH),--each $(EACH)) --seeds $(SEEDS) --calls $(CALLS) || status=1; \
	done; exit $$status

mutants: adder
	@status=0; for version in $(filter $(EXECUTED),$(VERSIONS)); do \
	  python=$$(Tools/find-python.sh $$version) || continue; \
	  python3 Tests/Syntax/mutants.py $(abspath $(ADDER)) $(WORK) --count $(MUTANTS) --seeds "$(SEEDS)" --show $(SHOW) $$version=$$python || status=1; \
	done; exit $$status

fuzz: adder
	swift build -c $(CONFIGURATION) --package-path Fuzz
	@status=0; for version in $(FUZZ_VERSIONS); do \
	  Fuzz/.build/$(CONFIGURATION)/fuzz check Tests $(FUZZ_COUNT) $(FUZZ_SEEDS) --version $$version || status=1; \
	  Fuzz/.build/$(CONFIGURATION)/fuzz run Tests $(FUZZ_COUNT) $(FUZZ_SEEDS) --version $$version --adder $(abspath $(ADDER)) || status=1; \
	done; exit $$status

hostile: adder
	python3 Tests/Hostile/hostile.py --adder $(abspath $(ADDER)) $(HOSTILE) $(wildcard Tests/Hostile/Programs/bytecode/*/hostile.pyc)

coverage: setup
	Tools/coverage.sh

stress: adder
	$(ADDER) corpus run Tests/Corpora --gc-stress $(GC_STRESS) --time 600

# Looks at what `make test` built.
machine-code:
	Tools/check-error-register.sh
	Tools/check-arc.sh

# The code that names a Python version, with reasons.
versions:
	Tools/check-versions.sh

examples: setup
	Tools/run-examples.sh

clean:
	swift package clean

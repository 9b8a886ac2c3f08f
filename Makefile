# Everything a contributor types. `make help` lists it.

PREFIX ?= /usr/local
DESTDIR ?=
ARGS ?=
MINUTES ?= 60
RUNS ?= 100000
FILTER ?=
FOLDER ?= /tmp/downhill-collections

# A binary for this machine may use its own instructions: with AVX2 and FMA training is about twice as fast.
# `make NATIVE=no` builds one that runs on any machine of this architecture.
NATIVE ?= $(shell grep -q -w fma /proc/cpuinfo 2>/dev/null && echo yes || echo no)
ifeq ($(NATIVE),yes)
  RELEASE := -c release -Xcc -march=native -Xswiftc -DFMA
else
  RELEASE := -c release
endif

# The backtracer waits for a key when a test provokes a crash.
export SWIFT_BACKTRACE := enable=no

.PHONY: run test fresh tsan asan soak fuzz collections bench lint format build install uninstall pictures check-peers help needs-build needs-test

help: ## list the targets
	@grep -E '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## /  make \1\t/' | expand -t 20

run: needs-build ## build for this machine and start it; ARGS="perceptron --data or" passes arguments
	@swift build $(RELEASE) --product downhill
	@$$(swift build $(RELEASE) --show-bin-path)/downhill $(ARGS)

build: needs-build ## build for this machine
	swift build $(RELEASE) --product downhill

test: needs-test ## build and run all tests; FILTER=SuiteTests those whose names match alone
	swift build --build-tests
	swift test --skip-build $(if $(FILTER),--filter '$(FILTER)')

fresh: ## `make run` and `make test` in a Debian that has nothing but the toolchain; ARGS=--keep and others: see Scripts/fresh
	Scripts/fresh $(ARGS)

# A sanitizer answers SIGSEGV, SIGBUS and SIGFPE itself and multiplies memory: what ends the program and how much it takes
# is judged by `make test`, without one; nor does it work itself under a limit on files. Random input comes in a share of
# its counts, for the same reason.
SANITIZED := --skip 'WaysOutTests|ProgramTests|QuietTests|ResizeStormTests|FileLimitTests|SignalTests|ScarcityTests|LeavingTests'
# Of suites that draw or read very often and start no thread a sanitizer has nothing to say, and multiplies their time.
SANITIZED += --skip 'KeyCostTests|SentContrastTests|LegendTests|PasteTests|RefusalTests|EveryValueOnScreenTests|ReadBackTests|SharedFileTests'

# Without a screen the program has one thread, and is started some thousand times to be judged from outside by `make test`.
THREADLESS := --skip 'CommandLineTests\.(?!StreamTests)'

tsan: needs-test ## the tests again under ThreadSanitizer
	swift build --build-tests --sanitize=thread --scratch-path .build-tsan
	DOWNHILL_TEST_SHARE=0.02 swift test --skip-build --sanitize=thread --scratch-path .build-tsan $(SANITIZED) $(THREADLESS)

# Leaks are not looked for: Foundation has one for every empty file that a test reads, and XCTest two of its own.
asan: needs-test ## the tests again under AddressSanitizer
	swift build --build-tests --sanitize=address --scratch-path .build-asan
	ASAN_OPTIONS=detect_leaks=0 DOWNHILL_TEST_SHARE=0.02 swift test --skip-build --sanitize=address --scratch-path .build-asan $(SANITIZED)

soak: build ## random keys, mouse, pastes and sizes for MINUTES (60) while it trains: memory, descriptors, answers
	python3 Tests/Soak/soak.py $(PROGRAM) --minutes $(MINUTES)

fuzz: needs-build ## RUNS (100000) damaged inputs for each reader of strangers' files, led by coverage
	swift build --product downhill
	Tests/Fuzzing/fuzz.sh $(RUNS)

collections: build ## the tables of public collections of R and Python, fetched into FOLDER: no identifier as an input, no crash
	python3 Tests/Oracles/public_tables.py $(PROGRAM) $(FOLDER) --fetch

lint: ## check the format of every source file
	swift format lint --strict --recursive Sources Tests Package.swift

format: ## put every source file into the format
	swift format --in-place --recursive Sources Tests Package.swift

PROGRAM = $$(swift build $(RELEASE) --show-bin-path)/downhill

install: build ## install under PREFIX (default /usr/local), below DESTDIR for packages
	install -d $(DESTDIR)$(PREFIX)/bin $(DESTDIR)$(PREFIX)/share/man/man1
	install -d $(DESTDIR)$(PREFIX)/share/bash-completion/completions $(DESTDIR)$(PREFIX)/share/zsh/site-functions
	install -d $(DESTDIR)$(PREFIX)/share/fish/vendor_completions.d
	install -m 755 $(PROGRAM) $(DESTDIR)$(PREFIX)/bin/downhill
	$(PROGRAM) manual > $(DESTDIR)$(PREFIX)/share/man/man1/downhill.1
	$(PROGRAM) --generate-completion-script bash > $(DESTDIR)$(PREFIX)/share/bash-completion/completions/downhill
	$(PROGRAM) --generate-completion-script zsh > $(DESTDIR)$(PREFIX)/share/zsh/site-functions/_downhill
	$(PROGRAM) --generate-completion-script fish > $(DESTDIR)$(PREFIX)/share/fish/vendor_completions.d/downhill.fish

uninstall: ## remove what install installed
	rm -f $(DESTDIR)$(PREFIX)/bin/downhill $(DESTDIR)$(PREFIX)/share/man/man1/downhill.1
	rm -f $(DESTDIR)$(PREFIX)/share/bash-completion/completions/downhill
	rm -f $(DESTDIR)$(PREFIX)/share/zsh/site-functions/_downhill
	rm -f $(DESTDIR)$(PREFIX)/share/fish/vendor_completions.d/downhill.fish

bench: needs-build ## measure training, fields, surfaces and the interface, with the peers that are installed
	swift build $(RELEASE)
	$$(swift build $(RELEASE) --show-bin-path)/Bench
	python3 Benchmarks/peers.py $$(swift build $(RELEASE) --show-bin-path)/Bench
	python3 Benchmarks/interface.py $(PROGRAM)

check-peers: ## compare the recorded PyTorch numbers with what PyTorch computes here
	python3 Tests/Oracles/pytorch_agreement.py --check

pictures: build ## draw the README's pictures anew
	$(PROGRAM) perceptron --data penguins --picture Assets/pictures/perceptron.svg --size 110x34
	$(PROGRAM) network --epochs 300 --picture Assets/pictures/network.svg --size 110x34
	$(PROGRAM) surface himmelblau --picture Assets/pictures/surface.svg --size 110x34
	$(PROGRAM) curve two-valleys --learning-rate 0.15 --steps 12 --picture Assets/pictures/curve.svg --size 110x34
	$(PROGRAM) graph 'sin(x^2)' --at x=1.5 --picture Assets/pictures/graph.svg --size 110x24
	$(PROGRAM) activations --activation tanh --at x=1 --picture Assets/pictures/activations.svg --size 110x34
	$(PROGRAM) landscape network --epochs 60 --picture Assets/pictures/landscape.svg --size 110x34
	$(PROGRAM) race surface sphere --vary learning-rate=0.1,0.5,0.9,1.1 --picture Assets/pictures/race.svg --size 110x34

needs-build:
	@Scripts/needs swift ncurses

needs-test:
	@Scripts/needs swift ncurses tmux

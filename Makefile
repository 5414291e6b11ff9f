# Everything that one does with Afterglow, a word each. "make help" lists the words.

SHELL := bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help
.DELETE_ON_ERROR:

# One set of flags for every go command: each other set would compile the graphics library again, which takes minutes.
export GOFLAGS := -trimpath -buildvcs=false -tags=no_emoji,release
LDFLAGS := -s -w
E2E_TAGS := no_emoji,release,e2e

# How long each fuzz target runs.
FUZZ_TIME ?= 10s
# "keep" puts what they find beside the tests.
KEEP ?=
# Extra words for "go test", such as RUN='-run Menu -v'.
RUN ?=

.PHONY: help
help: ## this list
	@awk -F ':.*## ' '/^[a-z0-9-]+:.*## / { printf "  make %-15s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

.PHONY: need-go
need-go:
	@scripts/need-go.sh

.PHONY: setup-build
setup-build: need-go
	@scripts/setup.sh build

.PHONY: setup
setup: need-go ## install what is missing to build and test (Debian, Ubuntu), or say what to install
	@scripts/setup.sh build desktop

.PHONY: build
build: setup-build ## the three programs, in build/bin
	@mkdir -p build/bin
	@[ -e build/bin/afterglow-window ] || echo "Building. The first time takes some minutes."
	go build -ldflags '$(LDFLAGS)' -o build/bin/ ./cmd/afterglow ./cmd/afterglow-window ./cmd/afterglow-sync

.PHONY: run
run: build ## start Afterglow here, or on a virtual desktop where there is no display
	@scripts/run.sh

.PHONY: pictures
pictures: setup build ## take the pictures of the README anew, on a virtual desktop
	@scripts/tour.sh afternoon
	@mkdir -p docs/pictures
	@cp build/run/desktop.png build/run/today-light.png build/run/timeline-light.png build/run/timeline-dark.png build/run/ask-light.png docs/pictures/

.PHONY: test
test: setup ## all tests, the real programs on a real desktop among them
	@scripts/test.sh $(RUN)

.PHONY: test-unit
test-unit: setup-build ## only the tests that need no desktop
	go test $(RUN) ./...

.PHONY: test-e2e
test-e2e: setup build ## only the tests of the real programs on a virtual desktop
	scripts/desktop.sh go test -tags $(E2E_TAGS) -count=1 -timeout 15m -p 1 $(RUN) ./e2e/...

.PHONY: test-desktops
test-desktops: build ## only one afternoon on each of the real desktops (root, 8 GB of disk, an hour); D='mate gnome48' picks some
	@scripts/setup.sh rooms
	@scripts/desktops/rooms.sh $(D)

.PHONY: fuzz
fuzz: setup-build ## run every fuzz target for FUZZ_TIME (10s); KEEP=keep stores what it finds
	@scripts/fuzz.sh $(FUZZ_TIME) $(KEEP)

# How many lives "make simulate" lives, and from which seed on.
N ?= 1000
SEED ?= 1

.PHONY: simulate
simulate: setup-build ## live N simulated lives of 30 days (1000, from SEED 1) and print what broke
	go run ./simulation/cmd/simulate -n $(N) -seed $(SEED) -stop 0

.PHONY: mutants
mutants: setup-build ## put deliberate faults into the reminder core, one by one: the simulation has to find each
	go run ./simulation/cmd/mutants

.PHONY: bench
bench: setup build ## measure speed and size beside a Fyne hello world and the peers that are installed
	@scripts/bench.sh

.PHONY: bench-peers
bench-peers: ## install the peers that "make bench" measures beside Afterglow
	@scripts/setup.sh peers

include packaging/packaging.mk

.PHONY: clean
clean: ## take away what was built
	rm -rf build dist

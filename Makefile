# `make` alone lists what there is. CI runs `make test`, and nothing else.
PYTHON ?= python3
VENV ?= .venv
BIN ?= $(VENV)/bin
RUN := $(BIN)/python
CODE := src tests training benchmarks scripts
STEPS := format-check lint types imports unit
FIRSTHAND_SHARED ?= ../shared
export FIRSTHAND_SHARED

.DEFAULT_GOAL := help
.PHONY: help test setup-test browser check format format-check lint types imports unit wheel footprint gate raise-floors \
	bench bench-gum bench-gum-actors bench-lists bench-names bench-times bench-speed bench-footprint lock

help: ## list the targets
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 18

test: setup-test browser ## all that CI runs, from a clean checkout: setup, check, wheel, footprint, gate
	$(RUN) -m scripts.steps $(STEPS) wheel footprint gate

setup-test: $(VENV)/.ready ## make .venv with Firsthand (editable) and the pinned development tools

$(VENV)/.ready: pyproject.toml constraints.txt
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Firsthand needs Python 3.11 or newer: make PYTHON=...")'
	$(PYTHON) -m venv $(VENV)
	$(BIN)/pip install --quiet --upgrade 'pip>=25.1'
	$(BIN)/pip install --quiet --editable . --group dev --constraint constraints.txt
	touch $@

browser: ## install chromium for the browser tests, where apt-get and root are there
	@scripts/install_browser

check: ## format, lint, types, import contracts, tests
	$(RUN) -m scripts.steps $(STEPS)

format: ## rewrite the code in the one format, and fix what ruff can fix
	$(RUN) -m ruff format $(CODE)
	$(RUN) -m ruff check --fix $(CODE)

format-check: ## fail where the code is not in the one format
	$(RUN) -m ruff format --check $(CODE)

lint: ## ruff's rules
	$(RUN) -m ruff check $(CODE)

types: ## mypy --strict over the package and the benchmarks
	$(RUN) -m mypy
	$(RUN) -m mypy benchmarks scripts

imports: ## imports run one way
	$(BIN)/lint-imports

unit: ## the tests; T="-k dateline" narrows them
	$(RUN) -m pytest $(T)

wheel: ## build the wheel, install it alone, and read a report with it
	$(RUN) -m scripts.check_wheel

footprint: ## start and peak memory against their limits
	$(RUN) -m benchmarks.footprint --no-size

gate: ## the shipped model against its floors, where the gold is ($$FIRSTHAND_SHARED)
	$(RUN) -m benchmarks.gate --if-present

raise-floors: ## raise the floors to what is reached; they never go down by a run
	$(RUN) -m benchmarks.gate --raise

bench: ## every figure in one run: the gate, start, memory, size, speed beside spaCy
	$(RUN) -m benchmarks.speed --setup
	$(RUN) -m benchmarks.gate --costs

bench-gum: ## attributions found in GUM dev, by genre
	$(RUN) -m benchmarks.gum

bench-gum-actors: ## mentions, names and coreference in GUM dev, beside spaCy and xrenner
	$(RUN) -m benchmarks.gum_actors --setup
	$(RUN) -m benchmarks.gum_actors

bench-lists: ## sanctions lists: import, look-up, other names found, people accused wrongly
	$(RUN) -m benchmarks.lists

bench-names: ## names compared on labelled pairs: F1, precision, recall, comparisons per second
	$(RUN) -m benchmarks.names

bench-times: ## times found and resolved, on Recognizers' cases and GUM dev
	$(RUN) -m benchmarks.times

bench-speed: ## reports and words per second, beside spaCy's small English model
	$(RUN) -m benchmarks.speed --setup
	$(RUN) -m benchmarks.speed

bench-footprint: ## start, peak memory, installed size
	$(RUN) -m benchmarks.footprint

lock: ## pin the newest versions in constraints.txt
	$(RUN) -m pip install --quiet uv
	$(BIN)/uv pip compile --quiet --universal --upgrade --no-header --no-annotate --group dev \
		--output-file constraints.txt pyproject.toml

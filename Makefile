# Every target sets itself up: a virtual environment in .venv, filled from requirements/*.txt, and the package built and installed as a wheel.
# Nothing outside the clone is changed, but for the browser that the tests need (see tools/browser.py).

VENV := .venv
BIN := $(VENV)/bin
INSTALL := $(BIN)/python -m pip install -qq --disable-pip-version-check --no-input
# Wheels only: a source distribution would fetch a build backend that nobody pinned.
LOCKED := $(INSTALL) --require-hashes --only-binary :all:
# What the wheel is made of; a folder's own time changes when a file in it comes or goes.
SOURCES := pyproject.toml README.md LICENSE $(shell find careerpaths data -name __pycache__ -prune -o -print)

PYTHON ?= $(shell for name in python3 python3.14 python3.13 python3.12 python3.11; do \
	"$$name" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo "$$name" && break; done)

UV ?= uv
# `make lock UPGRADE=--upgrade` moves to the newest versions; without it, pins that still fit stay.
UPGRADE ?=
LOCK := $(UV) --no-config pip compile --quiet --universal --python-version 3.11 --fork-strategy fewest --only-binary :all: \
	--generate-hashes --no-emit-index-url --no-emit-find-links --no-header $(UPGRADE)

.PHONY: help demo test check bench fuzz lock clean

help: ## list the targets
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "make %-6s %s\n", $$1, $$2 }' Makefile

demo: $(VENV)/wheel ## read data/, answer two questions and draw output/map.html
	$(BIN)/careerpaths -d data problems
	$(BIN)/careerpaths -d data route "Spec 2" "Mgr 1"
	$(BIN)/careerpaths -d data dead-ends
	$(BIN)/careerpaths -d data map -o output/map.html

# From an empty folder, so that what is tested is the installed wheel and nothing of the clone.
test: $(VENV)/test $(VENV)/wheel ## run all tests, those in a real browser included
	@rm -rf $(VENV)/empty && mkdir $(VENV)/empty
	@browser="$$($(BIN)/python tools/browser.py)" && cd $(VENV)/empty && \
		CAREERPATHS_BROWSER="$$browser" COVERAGE_FILE="$(CURDIR)/$(VENV)/coverage" ../bin/pytest \
		-c "$(CURDIR)/pyproject.toml" --rootdir "$(CURDIR)" --cov --cov-config "$(CURDIR)/pyproject.toml" \
		-n logical --maxprocesses 4 --pyargs "$(CURDIR)/tests" careerpaths $(ARGS)

check: $(VENV)/test ## lint: formatting, rules, types on three systems, layers
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/mypy --platform win32
	$(BIN)/mypy --platform darwin
	$(BIN)/lint-imports --no-logo

bench: $(VENV)/test $(VENV)/wheel ## measure against rivals, side by side in one run
	$(BIN)/python benchmarks/bench.py

fuzz: $(VENV)/run $(VENV)/wheel ## look for inputs that break the reading, for a minute (Linux on x86-64, Python 3.11)
	$(LOCKED) -r requirements/fuzz.txt
	cd $(VENV) && bin/python "$(CURDIR)/tools/fuzz.py" $(or $(ARGS),-max_total_time=60 -max_len=20000 -timeout=20)

lock: ## pin every dependency again (the only target that needs uv)
	$(LOCK) pyproject.toml -o requirements/run.txt
	$(LOCK) --group test -c requirements/run.txt -o requirements/test.txt
	$(LOCK) --group fuzz -c requirements/run.txt -o requirements/fuzz.txt
	$(LOCK) --group build -c requirements/run.txt -c requirements/test.txt -o requirements/build.txt

clean: ## remove all that the other targets made
	rm -rf $(VENV) .browsers .hypothesis .mypy_cache .ruff_cache .import_linter_cache .pytest_cache output/*

$(VENV)/made:
	@test -n "$(PYTHON)" || { echo 'No Python 3.11 or later was found; name one: make PYTHON=/path/to/python3' >&2; exit 1; }
	$(PYTHON) -m venv --clear $(VENV)
	@touch $@

$(VENV)/run: $(VENV)/made requirements/run.txt requirements/build.txt
	$(LOCKED) -r requirements/run.txt -r requirements/build.txt
	@touch $@

$(VENV)/test: $(VENV)/run requirements/test.txt
	$(LOCKED) -r requirements/test.txt
	@touch $@

$(VENV)/wheel: $(VENV)/run $(SOURCES)
	$(INSTALL) --no-index --no-deps --no-build-isolation --force-reinstall .
	@touch $@

# make run opens the bundled dossier; make test passes everything; make bench prints the timings.
# Paths are relative, so that the folder's name may hold a blank. Whatever the reader writes
# under make stays in .armreader; pip alone writes elsewhere, in its own cache.
# PYTHON=… chooses an interpreter, which gets an environment of its own beside .venv.
PYTHON ?= python3
ifeq ($(origin PYTHON),file)
VENV := .venv
else
VERSION := $(shell $(PYTHON) -c 'import platform; print(platform.python_version())')
VENV := $(if $(VERSION),.venv-$(VERSION),$(error $(PYTHON) does not run: give PYTHON a Python 3.11 or newer))
endif
BIN := $(VENV)/bin
# Debian's Python has no ensurepip without the package python3-venv: the pip of another one serves.
PIP_OF := $(firstword $(wildcard .venv/bin/python) python3)
export ARMREADER_HOME := .armreader
# Each process that a test or a reader starts would compile the package for itself.
unexport PYTHONDONTWRITEBYTECODE

.PHONY: run test quick smoke cover matrix lint types imports unit unit-quick bench docs demo fuzz clean

run: $(VENV)/run
	@$(BIN)/armreader

# The checks run beside the tests, each with its output in one piece.
BESIDE := $(MAKE) --no-print-directory --jobs $(if $(filter output-sync,$(.FEATURES)),--output-sync)

test: $(VENV)/dev
	@+$(BESIDE) lint types imports unit

# What is quick to run, for every change: no terminals, no processes, no built package.
quick: $(VENV)/dev
	@+$(BESIDE) lint types imports unit-quick

# What another Python may get wrong: the quick tests, the reader in terminals, equal exports.
smoke: $(VENV)/dev
	$(BIN)/pytest --numprocesses auto -m "not slow or smoke"

# What of the package the tests run through, line by line and branch by branch.
cover: $(VENV)/dev
	$(BIN)/pytest --numprocesses auto --dist worksteal --cov --cov-report=term

# Every Python from 3.11 on that is found here, one for each version.
matrix:
	@.ci/pythons | while read -r python; do \
		echo "== $$python"; $(MAKE) --no-print-directory test PYTHON="$$python" </dev/null || exit 1; \
	done

lint: $(VENV)/dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/vulture

types: $(VENV)/dev
	$(BIN)/mypy

imports: $(VENV)/dev
	$(BIN)/lint-imports

# Each worker has a part of the tests in their order, so that a module's dossier is made once.
# The + lets their progress be seen at once.
unit: $(VENV)/dev
	+$(BIN)/pytest --numprocesses auto --dist worksteal

unit-quick: $(VENV)/dev
	+$(BIN)/pytest --numprocesses auto --dist worksteal -m "not slow"

bench: $(VENV)/dev
	@for script in tests/bench/[a-z]*.py; do echo "== $$script"; PYTHONPATH=tests $(BIN)/python "$$script" || exit 1; done

# What is made of the README and of docs/: tables from the program, pictures of the screen.
docs: $(VENV)/dev
	$(BIN)/python tools/write_docs.py

# The demo as an asciicast: asciinema play docs/demo.cast
demo: $(VENV)/dev
	PYTHONPATH=tests $(BIN)/python tools/record_demo.py

# The campaign against hostile dossiers, keys, failing disks and killed writers; all of it, or the
# PART dossiers, keys, reloads, saves, kills or restricted.
SEED ?= 1
COUNT ?= 1000
PART ?=
fuzz: $(VENV)/dev
	PYTHONPATH=tests $(BIN)/python -m fuzz $(SEED) $(COUNT) $(PART)

$(BIN)/python:
	@if $(PYTHON) -c 'import ensurepip' 2>/dev/null; then $(PYTHON) -m venv $(VENV); else \
		$(PYTHON) -m venv --without-pip $(VENV) && $(PIP_OF) -m pip --python $(BIN)/python \
			install --quiet --disable-pip-version-check pip; \
	fi || { rm -rf $(VENV); echo "$(PYTHON) can make no environment: install python3-venv"; exit 1; }

$(VENV)/run: pyproject.toml | $(BIN)/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable .
	@touch $@

$(VENV)/dev: pyproject.toml | $(BIN)/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[dev]'
	@touch $@ $(VENV)/run

clean:
	rm -rf .venv .venv-* .armreader .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache dist build

# make run opens the bundled dossier; make test passes everything; make bench prints the timings.
# Paths are relative, so that the folder's name may hold a blank. Whatever the reader writes
# under make stays in .armreader; pip alone writes elsewhere, in its own cache.
PYTHON ?= python3
BIN := .venv/bin
export ARMREADER_HOME := .armreader

.PHONY: run test lint types imports unit bench clean

run: .venv/run
	@$(BIN)/armreader

test: lint types imports unit

lint: .venv/dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: .venv/dev
	$(BIN)/mypy

imports: .venv/dev
	$(BIN)/lint-imports

unit: .venv/dev
	$(BIN)/pytest --numprocesses auto

bench: .venv/dev
	@for script in tests/bench/[a-z]*.py; do echo "== $$script"; $(BIN)/python "$$script" || exit 1; done

.venv/bin/python:
	$(PYTHON) -m venv .venv

.venv/run: pyproject.toml | .venv/bin/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable .
	@touch $@

.venv/dev: pyproject.toml | .venv/bin/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[dev]'
	@touch $@ .venv/run

clean:
	rm -rf .venv .armreader .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache dist build

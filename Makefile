# Everything runs in .venv, which each target makes when it is not there yet.
# On a fresh machine: python3 (3.11 or later) with venv and pip, and make.

PYTHON ?= python3
BIN := .venv/bin
DEMO ?= annotator-demo
FUZZ_SECONDS ?= 600

.PHONY: demo test lint peers stress fuzz bench docs screenshot samples wheel clean
.DELETE_ON_ERROR:

# Opens the demo study on the coding screen; without a terminal it prints what is in it.
demo: .venv/installed
	@$(BIN)/annotator demo $(DEMO)

test: .venv/installed-test
	$(BIN)/pytest -n 2 -m "not stress"

lint: .venv/installed-lint
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/mypy --platform win32 --cache-dir .mypy_cache/win32 annotator  # what Windows lacks
	$(BIN)/lint-imports

# The coefficients against those of other programs. They need an old numpy: an environment apart.
peers: .venv-peers/installed
	.venv-peers/bin/python -m pytest tests/agreement/test_peers.py

# Hundreds of kills at random moments, and 100,000 histories of merging: an hour. Then the
# properties, with examples that no run has had before.
stress: .venv/installed-test
	$(BIN)/pytest -n 2 -m stress
	$(BIN)/pytest -n 2 -m "hypothesis and not stress" --hypothesis-profile=explore

# Damaged files of every format: articles or a refusal, or else the file is kept as a crasher.
fuzz: .venv/installed-test
	FUZZ_SECONDS=$(FUZZ_SECONDS) $(BIN)/python -m tests.readers.fuzz

# Each figure is a ratio to a peer or a floor measured in the same run.
bench: .venv/installed-bench
	$(BIN)/python -m benchmarks.run

# The pages that the program writes about itself.
docs: .venv/installed
	$(BIN)/python docs/generate.py

# The picture in the README, drawn by the program.
screenshot: .venv/installed
	$(BIN)/python docs/make_screenshot.py

# A small export in every format, in exports/sample.
samples: .venv/installed-test
	$(BIN)/python docs/make_export_samples.py

wheel: .venv/installed
	$(BIN)/python -m pip wheel --quiet --no-deps --wheel-dir dist .

clean:
	rm -rf .venv .venv-peers build dist annotator-demo .pytest_cache .mypy_cache .ruff_cache \
	  .import_linter_cache .hypothesis snapshot_report.html

.venv/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo "annotator needs Python 3.11 or later: make PYTHON=python3.12 $(MAKECMDGOALS)"; exit 1; }
	$(PYTHON) -m venv .venv

# Stamp files: nothing is installed again until pyproject.toml changes.
.venv/installed: pyproject.toml | .venv/bin/python
	$(BIN)/python -m pip install --quiet --editable .
	@touch $@

.venv/installed-%: pyproject.toml | .venv/bin/python
	$(BIN)/python -m pip install --quiet --editable '.[$(EXTRA_$*)]'
	@touch $@ .venv/installed

.venv-peers/installed: pyproject.toml | .venv/bin/python
	.venv/bin/python -m venv .venv-peers
	.venv-peers/bin/python -m pip install --quiet --editable '.[test,peers]'
	@touch $@

EXTRA_test := test,lint
EXTRA_lint := lint
EXTRA_bench := test,bench

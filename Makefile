# What a newcomer runs: `make site` (sets up .venv and builds the example site) and `make test`.
PYTHON ?= $(shell for python in python3.11 python3.12 python3.13 python3.14 python3; do \
    $$python -c 'import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$python && break; done)
VENV := .venv
BIN := $(VENV)/bin
JOBS ?= 2

export PIP_CONSTRAINT := $(CURDIR)/constraints.txt
export PIP_DISABLE_PIP_VERSION_CHECK := 1

.PHONY: site test check lint browser clean

site: $(VENV)/.site
	$(BIN)/site-builder build

test: $(VENV)/.test browser lint
	$(BIN)/python -m pytest -n $(JOBS) -q

lint: $(VENV)/.test
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

# A browser for the tests of pages as they are read: one on PATH is taken as it is.
browser:
	@command -v chromium >/dev/null 2>&1 || command -v chromium-browser >/dev/null 2>&1 || command -v google-chrome >/dev/null 2>&1 \
	  || $$( [ "$$(id -u)" = 0 ] || echo sudo ) sh -c 'apt-get update -q && apt-get install -q -y --no-install-recommends chromium'

$(VENV)/.site: pyproject.toml constraints.txt
	@test -n "$(PYTHON)" || { echo "site-builder needs Python 3.11 or newer with venv; say which with: make PYTHON=/path/to/python site"; exit 1; }
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --editable .
	@touch $@

$(VENV)/.test: $(VENV)/.site
	$(BIN)/python -m pip install --quiet --editable '.[dev]'
	@touch $@

clean:
	rm -rf $(VENV) .site-builder-cache .mypy_cache .ruff_cache .pytest_cache .hypothesis

# What a newcomer runs: `make site` (sets up .venv and builds the example site) and `make test`.
PYTHON ?= $(shell for python in python3.11 python3.12 python3.13 python3.14 python3; do \
    $$python -c 'import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$python && break; done)
VENV := .venv
BIN := $(VENV)/bin
JOBS ?= 2

export PIP_CONSTRAINT := $(CURDIR)/constraints.txt
export PIP_DISABLE_PIP_VERSION_CHECK := 1

.PHONY: site test check lint compiled words requirements browser editors trust coverage mutation bench clean

site: compiled
	$(BIN)/site-builder build

test: $(VENV)/.test compiled browser lint
	$(BIN)/python -m pytest -n $(JOBS) --dist loadgroup -q

# As pip does with what it installs: modules compiled here need not be at each start, also where Python may not write beside them.
compiled: $(VENV)/.site
	@$(BIN)/python -m compileall -q site_builder

lint: $(VENV)/.test
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

# What is tried against the builder, in the long profiles, with the figures at the end: docs/reliability.md tells what they mean.
TRUSTED := tests/test_broken.py tests/test_hostile_sites.py tests/test_fuzzing.py tests/browser/test_content_cannot_run.py \
  tests/test_autoescape.py tests/test_supply_chain.py tests/oldest_versions.py \
  tests/serve tests/test_differential.py tests/test_kill.py tests/test_disk_faults.py tests/test_ending.py tests/test_cache_damage.py \
  tests/test_looking.py tests/test_living.py tests/test_workers.py tests/output \
  tests/rendering/test_plain_code.py tests/content/test_markdown_direct.py tests/content/test_yaml_direct.py
trust: $(VENV)/.test browser editors
	TRUST=full HISTORIES=200 $(BIN)/python -m pytest -n $(JOBS) --dist worksteal -q $(TRUSTED)

# Lines and branches that the tests run, counted folder by folder, since all at once would take the memory of a small machine.
coverage: export COVERAGE_FILE := $(CURDIR)/$(VENV)/coverage/data
coverage: $(VENV)/.test browser
	rm -rf $(VENV)/coverage && mkdir -p $(VENV)/coverage
	for part in $$(ls -d tests/*/ | grep -v -e __ -e broken -e hostile -e data) "$$(ls tests/test_*.py)"; do \
	  nice $(BIN)/coverage run -m pytest -q -p no:cacheprovider $$part || exit 1; done
	$(BIN)/coverage combine --quiet
	$(BIN)/coverage report

# Small changes of two rooms, some drawn from all that there are, and which of them no test of the room sees; SAMPLE= tries all.
MUTATED ?= football incremental
SAMPLE ?= 400
mutation: $(VENV)/.test
	nice $(BIN)/python tools/mutate.py --jobs $(JOBS) $(if $(SAMPLE),--sample $(SAMPLE)) $(MUTATED)

# Figures of docs/performance.md. BENCH holds the corpus; peers are looked for on PATH and in PEERS_PATH (folders with colons).
BENCH ?= ../shared/bench
PEERS_PATH ?=
SIZES ?= 1000,10000
RUNS ?= 3
bench: compiled
	@test -f $(BENCH)/corpus.py || { echo "say where corpus.py and run.py are: make bench BENCH=folder"; exit 1; }
	$(BIN)/python benchmarks/beside_peers.py --bench $(BENCH) --sizes $(SIZES) --runs $(RUNS) $(foreach folder,$(subst :, ,$(PEERS_PATH)),--path $(folder)) --json benchmarks/results/peers.json
	$(BIN)/python benchmarks/edit_latency.py --bench $(BENCH) --matches 10000 --edits 7 --json benchmarks/results/latency.json
	$(BIN)/python benchmarks/growth.py --bench $(BENCH) --sizes $(SIZES) --runs $(RUNS) --json benchmarks/results/growth.json

# What pages say by themselves, collected from code and templates: the list of all messages, and each catalogue brought up to it.
words: $(VENV)/.test
	$(BIN)/pybabel -q extract -F pyproject.toml --no-default-keywords -k _ -k ngettext:1,2 -k pgettext:1c,2 \
	  -k words -k say:2 -k within:1c,2 -k plural:1,2 -k message -k message_in:1c,2 -k messages:1,2 \
	  --add-location=file --sort-by-file --omit-header -w 120 -o site_builder/locales/site_builder.pot .
	$(BIN)/pybabel -q update -D site_builder -i site_builder/locales/site_builder.pot -d site_builder/locales \
	  --no-fuzzy-matching --ignore-obsolete --ignore-pot-creation-date -w 120

# The same versions as in constraints.txt, with the digests of all their files: for machines that build and publish.
requirements: $(VENV)/.test
	@sed -n '/^#/p' requirements-hashed.txt > $(VENV)/requirements.txt
	$(BIN)/uv pip compile pyproject.toml --extra images --constraints constraints.txt --generate-hashes --universal --quiet \
	  --python-version 3.11 --no-header --no-annotate --no-emit-index-url >> $(VENV)/requirements.txt
	mv $(VENV)/requirements.txt requirements-hashed.txt

# A browser for the tests of pages as they are read: one on PATH is taken as it is.
browser:
	@command -v chromium >/dev/null 2>&1 || command -v chromium-browser >/dev/null 2>&1 || command -v google-chrome >/dev/null 2>&1 \
	  || $$( [ "$$(id -u)" = 0 ] || echo sudo ) sh -c 'apt-get update -q && apt-get install -q -y --no-install-recommends chromium'

# Editors, each of which saves in its own way, for the tests of the watch mode; those on PATH are taken as they are.
editors:
	@for editor in vim nano ed; do command -v $$editor >/dev/null 2>&1 \
	  || $$( [ "$$(id -u)" = 0 ] || echo sudo ) sh -c "apt-get update -q && apt-get install -q -y --no-install-recommends $$editor" || true; done

$(VENV)/.site: pyproject.toml constraints.txt
	@test -n "$(PYTHON)" || { echo "site-builder needs Python 3.11 or newer with venv; say which with: make PYTHON=/path/to/python site"; exit 1; }
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --editable '.[images]'
	@touch $@

$(VENV)/.test: $(VENV)/.site
	$(BIN)/python -m pip install --quiet --editable '.[images,distributed,dev]'
	@touch $@

clean:
	rm -rf $(VENV) .site-builder-cache .mypy_cache .ruff_cache .pytest_cache .hypothesis

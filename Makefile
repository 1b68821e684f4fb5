# Two commands do everything on a Debian or Ubuntu machine that has git, make and Python 3.11 or newer:
#   make demo    sets up what exporting needs and exports all samples into build/demo/
#   make test    sets up the judges too, then lints, type-checks and tests
# The first run installs; later ones start at once.

PYTHON ?= $(shell command -v python3.11 || command -v python3)
VENV := .venv
BIN := $(VENV)/bin
SAMPLES := $(sort $(wildcard samples/*/release.json))

# Exporting: WeasyPrint's shared libraries.
SYSTEM_EXPORT := libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0
# Testing: the browser (libatomic1 is for its driver), and programs that read what we wrote.
SYSTEM_TEST := chromium:chromium libatomic1 npm:npm pdftotext:poppler-utils qpdf:qpdf soffice:libreoffice-writer
# Benchmarks: the peers that are measured side by side with us.
SYSTEM_BENCH := pandoc:pandoc

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:

.PHONY: help
help: ## say what there is
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)/make \1	\2/p' Makefile | expand -t 16

.PHONY: demo
demo: $(VENV)/.ready ## export every sample in every format into build/demo/
	$(BIN)/prexport export $(SAMPLES) --to html,docx,pdf -o build/demo
	@ls -l build/demo

.PHONY: test
test: $(VENV)/.ready-to-test ## lint, type-check and test everything
	$(MAKE) --no-print-directory lint
	$(BIN)/pytest -n 2 --dist worksteal

.PHONY: lint
lint: $(VENV)/.ready
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy

.PHONY: format
format: $(VENV)/.ready ## put the code into the one layout
	$(BIN)/ruff check --fix
	$(BIN)/ruff format

.PHONY: goldens
goldens: $(VENV)/.ready-to-test ## rewrite the expected files of the tests; read the diff before committing
	$(BIN)/pytest -n 2 --dist worksteal --update-goldens

.PHONY: bench
bench: $(VENV)/.ready ## measure speed against the peers
	tools/system-packages $(SYSTEM_BENCH)
	$(BIN)/python -m benchmarks
	$(BIN)/python -m benchmarks.pdf
	$(BIN)/python -m benchmarks.archive
	$(BIN)/python -m benchmarks.archive process
	$(BIN)/python -m benchmarks.check
	$(BIN)/python -m benchmarks.docx

# A lock holds hashes and no addresses, so that it serves any mirror of the registries. npm also notes where a
# package asks for money, which is an address, too.
WITHOUT_FUNDING := const fs = require("fs"), lock = JSON.parse(fs.readFileSync("package-lock.json")); \
	Object.values(lock.packages).forEach(each => delete each.funding); \
	fs.writeFileSync("package-lock.json", JSON.stringify(lock, null, 2) + "\n")
.PHONY: lock
lock: $(VENV)/.ready ## pin every Python and npm package anew
	$(BIN)/uv pip compile --quiet --upgrade --universal --python-version 3.11 --generate-hashes --no-annotate \
		--all-extras --group dev --custom-compile-command "make lock" --output-file requirements.lock pyproject.toml
	rm -rf node_modules package-lock.json
	npm install --package-lock-only
	node -e '$(WITHOUT_FUNDING)'
	! grep -nE 'https?://|file:' requirements.lock package-lock.json

.PHONY: clean
clean: ## remove everything that make has made
	rm -rf build dist $(VENV) node_modules .mypy_cache .ruff_cache .pytest_cache .hypothesis

$(VENV)/.ready: requirements.lock pyproject.toml Makefile
	tools/system-packages $(SYSTEM_EXPORT)
	$(PYTHON) -c 'import ensurepip' 2>/dev/null || tools/system-packages python3-venv
	test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	touch $@

$(VENV)/.ready-to-test: $(VENV)/.ready package-lock.json
	tools/system-packages $(SYSTEM_TEST)
	npm ci --no-progress
	touch $@
